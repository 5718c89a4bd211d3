import { expect, it } from 'vitest';
import { estimatedPrecision, verdictOf } from './verdicts.js';

const mark = (from: number, to: number | null, verdict: 'useful' | 'noise', markedAt: number) => ({
  from,
  to,
  verdict,
  markedAt,
});

it('finds the newest verdict that an alert overlaps, also when a threshold moved its ends', () => {
  const marks = [mark(100, 200, 'noise', 1), mark(150, null, 'useful', 2)];
  expect(verdictOf({ from: 90, to: 120 }, marks)).toBe('noise');
  expect(verdictOf({ from: 140, to: 160 }, marks)).toBe('useful');
  expect(verdictOf({ from: 190, to: null }, marks)).toBe('noise');
  expect(verdictOf({ from: 201, to: 300 }, marks)).toBeNull();
});

it('estimates precision from marked alerts alone, with its uncertainty', () => {
  expect(estimatedPrecision([null, null])).toEqual({ value: null, low: null, high: null, n: 0 });
  const { value, low, high, n } = estimatedPrecision(['useful', 'useful', 'noise', null, 'useful']);
  expect([value, n]).toEqual([0.75, 4]);
  expect(low).toBeLessThan(0.75);
  expect(high).toBeGreaterThan(0.75);
});
