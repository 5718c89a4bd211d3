import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadLag } from './lead-lag.js';

const options = { most: 48, period: 24 };
const hours = 24 * 60;

/** A repeatable noise between 0 and 1. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Counts with a working day of eight hours that begins at `opens`, and bursts of news at the hours given. */
function coverage(seed: number, opens: number, bursts: readonly number[]): number[] {
  const random = noise(seed);
  return Array.from({ length: hours }, (_, hour) => {
    const working = (hour - opens + 24) % 24 < 8 ? 2 : 0;
    const burst = bursts.some((start) => hour >= start && hour < start + 5) ? 12 : 0;
    return Math.floor(random() * 3) + working + burst;
  });
}
const bursts = [90, 307, 500, 731, 999, 1203];

describe('leadLag', () => {
  it('finds by how many hours one series follows the other', () => {
    const first = coverage(1, 1, bursts);
    const second = coverage(
      2,
      13,
      bursts.map((hour) => hour + 9),
    );
    expect(leadLag(first, second, options)?.lag).toBe(9);
    expect(leadLag(second, first, options)?.lag).toBe(-9);
  });

  it('does not take other working hours for a lead', () => {
    expect(leadLag(coverage(3, 1, []), coverage(4, 13, []), options)).toBeNull();
  });

  it('names nobody where too little was written or the range is too short', () => {
    expect(leadLag(Array<number>(hours).fill(0), coverage(1, 1, bursts), options)).toBeNull();
    expect(leadLag([1, 2, 3], [1, 2, 3], options)).toBeNull();
  });

  it('is at most one in correlation, and together with itself', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 200, maxLength: 400 }), (counts) => {
        const found = leadLag(counts, counts, options);
        if (found !== null) expect(found.lag).toBe(0);
        expect(found?.correlation ?? 0).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 30 },
    );
  });
});
