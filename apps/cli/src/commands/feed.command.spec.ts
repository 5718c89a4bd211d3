import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../program.js';

let folder: string;
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-feed-'));
  await writeFile(path('good.xml'), '<rss><channel><title>T</title><item><link>/a</link></item></channel></rss>');
  await writeFile(path('page.html'), '<!doctype html><html></html>');
  await writeFile(path('urls.txt'), 'https://x.test/a?utm_source=1&id=2\n\nnonsense\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function answers(...argv: string[]): Promise<{ code: number; lines: Record<string, unknown>[] }> {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  try {
    const code = await runProgram(argv, false);
    const lines = written
      .join('')
      .split('\n')
      .filter((line) => line !== '');
    return { code, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
  } finally {
    write.mockRestore();
  }
}

describe('timbre feed', () => {
  it('answers each file in order, those that are no feed with an error', async () => {
    const { code, lines } = await answers(
      'feed',
      path('page.html'),
      path('good.xml'),
      path('none'),
      '--url',
      'https://x.test/f',
    );
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { file: path('page.html'), line: 1, error: { code: 'not-a-feed' } },
      {
        file: path('good.xml'),
        encoding: 'utf-8',
        title: 'T',
        entries: [{ link: 'https://x.test/a', published: null }],
      },
      { file: path('none'), line: 3, error: { code: 'ENOENT' } },
    ]);
  });
});

describe('timbre url clean', () => {
  it('answers each line', async () => {
    const { code, lines } = await answers('url', 'clean', path('urls.txt'));
    expect(code).toBe(0);
    expect(lines).toEqual([
      { url: 'https://x.test/a?utm_source=1&id=2', canonical: 'https://x.test/a?id=2' },
      { url: 'nonsense', line: 3, error: { code: 'invalid-url', message: expect.any(String) as string } },
    ]);
  });
});
