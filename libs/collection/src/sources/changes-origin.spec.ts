import { describe, expect, it } from 'vitest';
import { changesOrigin } from './changes-origin.js';

describe('changesOrigin', () => {
  it.each([
    ['https://a.example/feed', undefined, false],
    ['https://a.example/feed', 'https://a.example/atom.xml', false],
    ['https://a.example/feed', 'https://A.example:443/feed', false],
    ['https://a.example/feed', 'https://b.example/feed', true],
    ['https://a.example/feed', 'http://a.example/feed', true],
    ['https://a.example/feed', 'https://a.example:8443/feed', true],
    [null, 'https://a.example/feed', true],
  ])('from %s to %s: %s', (from, to, changes) => {
    expect(changesOrigin(from, to)).toBe(changes);
  });
});
