import { describe, expect, it } from 'vitest';
import { publicationMonths } from './publication-months.js';

describe('publicationMonths', () => {
  it('names each UTC month once, in order, with half-open borders', () => {
    const moments = ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59.999Z', '2026-01-31T12:00:00Z'];
    expect(publicationMonths(moments.map((moment) => new Date(moment)))).toEqual([
      { suffix: '2025_12', from: '2025-12-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' },
      { suffix: '2026_01', from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' },
    ]);
  });

  it('leaves old dates to the common partition', () => {
    expect(publicationMonths([new Date('1970-01-01T00:00:00Z'), new Date('1999-12-31T23:59:59Z')])).toEqual([]);
  });
});
