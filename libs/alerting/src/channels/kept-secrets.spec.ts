import { describe, expect, it } from 'vitest';
import { keptSecrets } from './kept-secrets.js';

const stored = { url: 'https://hooks.example/a', secret: 's3cret' };

describe('keptSecrets', () => {
  it.each([undefined, 'https://hooks.example/b', 'https://HOOKS.example:443/a'])('stay with the origin (%s)', (url) => {
    expect(keptSecrets({ kind: 'webhook', url }, stored)).toEqual(stored);
  });

  it.each([
    'https://other.example/a',
    'http://hooks.example/a',
    'https://hooks.example:8443/a',
    'https://hooks.example.evil.example/a',
  ])('do not follow to %s', (url) => {
    expect(keptSecrets({ kind: 'webhook', url }, stored).secret).toBeUndefined();
  });

  it("take Telegram's own address for granted", () => {
    const bot = { secret: '123:abc' };
    expect(keptSecrets({ kind: 'telegram', url: 'https://api.telegram.org/' }, bot).secret).toBe('123:abc');
    expect(keptSecrets({ kind: 'telegram', url: 'https://bots.example/' }, bot).secret).toBeUndefined();
  });
});
