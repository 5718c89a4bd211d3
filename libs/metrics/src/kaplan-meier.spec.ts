import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalMedian } from './kaplan-meier.js';

describe('kaplanMeier', () => {
  it('reproduces the remission times of Freireich et al. 1963 (6-MP arm)', () => {
    const events = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((value) => ({ value, censored: false }));
    const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((value) => ({ value, censored: true }));
    const steps = kaplanMeier([...events, ...open]);
    expect(steps.map((step) => [step.value, Number(step.survival.toFixed(3))])).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ]);
    expect(survivalMedian(steps).median).toBe(23);
  });

  it('falls monotonically inside its band', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.integer({ min: 0, max: 50 }), censored: fc.boolean() }), { minLength: 1 }),
        (values) => {
          let before = 1;
          for (const step of kaplanMeier(values)) {
            expect(step.survival).toBeLessThan(before);
            expect(step.low).toBeLessThanOrEqual(step.survival + 1e-12);
            expect(step.high).toBeGreaterThanOrEqual(step.survival - 1e-12);
            before = step.survival;
          }
        },
      ),
    );
  });

  it('has no median when most are open', () => {
    expect(
      survivalMedian(
        kaplanMeier([
          { value: 1, censored: false },
          { value: 2, censored: true },
          { value: 3, censored: true },
        ]),
      ).median,
    ).toBeNull();
  });
});
