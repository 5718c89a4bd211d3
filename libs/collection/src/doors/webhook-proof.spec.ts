import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSameSecret, isSigned, webhookSecret } from './webhook-proof.js';

const key = Buffer.alloc(32, 1);

describe('webhook proof', () => {
  it('gives each source and each generation a secret of its own, always the same', () => {
    const secrets = [webhookSecret(key, 'a', 1), webhookSecret(key, 'a', 2), webhookSecret(key, 'b', 1)];
    expect(new Set(secrets).size).toBe(3);
    expect(webhookSecret(key, 'a', 1)).toBe(secrets[0]);
    expect(secrets[0]).toMatch(/^[\w-]{43}$/);
  });

  it('takes a signature with and without its prefix, and no other', () => {
    const body = Buffer.from('{"a":1}');
    const signature = createHmac('sha256', 's').update(body).digest('hex');
    expect(isSigned(body, signature, 's')).toBe(true);
    expect(isSigned(body, `sha256=${signature.toUpperCase()}`, 's')).toBe(true);
    expect(isSigned(Buffer.from('{"a":2}'), signature, 's')).toBe(false);
    expect(isSigned(body, signature, 't')).toBe(false);
    expect(isSigned(body, '', 's')).toBe(false);
  });

  it('compares secrets of any length', () => {
    expect(isSameSecret('a', 'a')).toBe(true);
    expect(isSameSecret('a', 'aa')).toBe(false);
  });
});
