import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.js';

describe('safeNext', () => {
  it('stays on this site', () => {
    for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null])
      expect(safeNext(evil)).toBe('/');
    expect(safeNext('/articles?q=AGI')).toBe('/articles?q=AGI');
  });
});
