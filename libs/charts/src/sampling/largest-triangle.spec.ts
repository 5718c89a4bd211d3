import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestTriangle } from './largest-triangle.js';

describe('largestTriangle', () => {
  it('keeps ends and order, and never more than asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: -1, max: 1, noNaN: true })), { minLength: 5, maxLength: 400 }),
        fc.integer({ min: 3, max: 100 }),
        (y, threshold) => {
          const x = y.map((_, index) => index);
          const kept = largestTriangle(x, y, threshold);
          expect(kept.length).toBe(Math.min(threshold, y.length));
          expect(kept[0]).toBe(0);
          expect(kept.at(-1)).toBe(y.length - 1);
          expect(kept.every((value, index) => index === 0 || value > (kept[index - 1] ?? -1))).toBe(true);
        },
      ),
    );
  });

  it('keeps a lone spike', () => {
    const y = Array.from({ length: 10_000 }, (_, index) => (index === 4321 ? 1 : 0));
    expect(
      largestTriangle(
        y.map((_, index) => index),
        y,
        200,
      ),
    ).toContain(4321);
  });
});
