import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netSentiment } from './net-sentiment.js';

const counts = fc.record({ positive: fc.nat(500), neutral: fc.nat(500), negative: fc.nat(500) });

describe('netSentiment', () => {
  it('is (P−N)/(P+N+U)', () => {
    expect(netSentiment({ positive: 6, neutral: 2, negative: 2 })).toMatchObject({ value: 0.4, n: 10 });
  });

  it('knows nothing of an empty sample', () => {
    expect(netSentiment({ positive: 0, neutral: 0, negative: 0 })).toEqual({
      value: null,
      low: null,
      high: null,
      n: 0,
    });
  });

  it('keeps the value inside its interval and the interval inside −1…1, and mirrors when labels swap', () => {
    fc.assert(
      fc.property(counts, (sample) => {
        const estimate = netSentiment(sample);
        if (estimate.value === null || estimate.low === null || estimate.high === null) return;
        expect(estimate.low).toBeGreaterThanOrEqual(-1);
        expect(estimate.high).toBeLessThanOrEqual(1);
        expect(estimate.low).toBeLessThanOrEqual(estimate.value);
        expect(estimate.high).toBeGreaterThanOrEqual(estimate.value);
        const mirrored = netSentiment({
          positive: sample.negative,
          neutral: sample.neutral,
          negative: sample.positive,
        });
        expect(mirrored.low).toBeCloseTo(-estimate.high, 12);
      }),
    );
  });

  it('is wide for three unanimous mentions and narrow for three hundred', () => {
    const few = netSentiment({ positive: 3, neutral: 0, negative: 0 });
    const many = netSentiment({ positive: 300, neutral: 0, negative: 0 });
    expect(few.low).toBeLessThan(0.4);
    expect(many.low).toBeGreaterThan(0.95);
  });

  it('covers the truth in about 95 of 100 seeded samples of 12 mentions', () => {
    let state = 7;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    let covered = 0;
    const runs = 4000;
    for (let run = 0; run < runs; run++) {
      const sample = { positive: 0, neutral: 0, negative: 0 };
      for (let i = 0; i < 12; i++) {
        const draw = random();
        sample[draw < 0.2 ? 'positive' : draw < 0.6 ? 'negative' : 'neutral'] += 1;
      }
      const { low, high } = netSentiment(sample);
      if (low !== null && high !== null && low <= -0.2 && high >= -0.2) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(covered / runs).toBeLessThan(0.99);
  });
});
