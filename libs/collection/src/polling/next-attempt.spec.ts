import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAttempt } from './next-attempt.js';

const now = new Date('2026-03-01T00:00:00Z');
const calm = { now, fixedInterval: null, entriesPerDay: 24, failures: 0, notBefore: null, random: 0.5 };
const minutes = (at: Date) => (at.getTime() - now.getTime()) / 60_000;

describe('nextAttempt', () => {
  it('asks twice as often as the source publishes, within five minutes and six hours', () => {
    expect(minutes(nextAttempt(calm))).toBeCloseTo(30);
    expect(minutes(nextAttempt({ ...calm, entriesPerDay: 10_000 }))).toBeCloseTo(5);
    expect(minutes(nextAttempt({ ...calm, entriesPerDay: 0.1 }))).toBeCloseTo(360);
  });

  it('doubles after each failure, up to a day, and never gives up', () => {
    const waits = [1, 2, 3, 40, 4000].map((failures) => minutes(nextAttempt({ ...calm, failures })));
    expect(waits[1]).toBeCloseTo((waits[0] ?? 0) * 2);
    expect(waits[4]).toBeCloseTo(1440);
  });

  it('spreads what was added together by a tenth to either side', () => {
    expect(minutes(nextAttempt({ ...calm, random: 0 }))).toBeCloseTo(27);
    expect(minutes(nextAttempt({ ...calm, random: 0.999_999 }))).toBeCloseTo(33, 3);
  });

  it('is never earlier than the server allows, whatever else is said', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat(100_000),
        (failures, random, allowedIn) => {
          const notBefore = new Date(now.getTime() + allowedIn * 1000);
          expect(nextAttempt({ ...calm, failures, random, notBefore }).getTime()).toBeGreaterThanOrEqual(
            notBefore.getTime(),
          );
        },
      ),
    );
  });

  it('keeps the interval that a person set', () => {
    expect(minutes(nextAttempt({ ...calm, fixedInterval: 120, entriesPerDay: 0 }))).toBeCloseTo(2);
  });
});
