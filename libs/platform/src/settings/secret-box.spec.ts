import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadSecret } from './load-secret.js';
import { SealBrokenError, SecretBox } from './secret-box.js';

it('opens what it sealed, for the same purpose and secret only', () => {
  const box = new SecretBox('a'.repeat(32));
  const sealed = box.seal('webhook', '密钥 secret');
  expect(box.open('webhook', sealed)).toBe('密钥 secret');
  expect(() => box.open('mail', sealed)).toThrow(SealBrokenError);
  expect(() => new SecretBox('b'.repeat(32)).open('webhook', sealed)).toThrow(SealBrokenError);
  expect(() => box.open('webhook', '')).toThrow(SealBrokenError);
});

it('generates one secret for all processes that start together, readable by the owner only', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'timbre-secret-'));
  try {
    const boxes = await Promise.all(Array.from({ length: 8 }, () => loadSecret({ dataFolder, secret: undefined })));
    expect(new Set(boxes.map((box) => box.key('x').toString('hex'))).size).toBe(1);
    expect((await stat(join(dataFolder, 'secret'))).mode & 0o077).toBe(0);
  } finally {
    await rm(dataFolder, { recursive: true });
  }
});
