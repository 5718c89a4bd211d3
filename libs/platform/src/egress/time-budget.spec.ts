import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TimeBudget } from './time-budget.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('counts running time only', () => {
  const budget = new TimeBudget(1_000);
  vi.advanceTimersByTime(5_000);
  budget.run();
  vi.advanceTimersByTime(600);
  budget.pause();
  vi.advanceTimersByTime(5_000);
  expect(budget.isSpent).toBe(false);
  budget.run();
  vi.advanceTimersByTime(399);
  expect(budget.isSpent).toBe(false);
  vi.advanceTimersByTime(2);
  expect(budget.isSpent).toBe(true);
  expect(budget.signal.aborted).toBe(true);
});

it('may be told to run twice', () => {
  const budget = new TimeBudget(1_000);
  budget.run();
  vi.advanceTimersByTime(900);
  budget.run();
  vi.advanceTimersByTime(101);
  expect(budget.isSpent).toBe(true);
});
