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
  vi.advanceTimersByTime(398);
  expect(budget.isSpent).toBe(false);
  vi.advanceTimersByTime(10);
  expect(budget.isSpent).toBe(true);
  expect(budget.signal.aborted).toBe(true);
});

it('may be told to run twice', () => {
  const budget = new TimeBudget(1_000);
  budget.run();
  vi.advanceTimersByTime(900);
  budget.run();
  vi.advanceTimersByTime(110);
  expect(budget.isSpent).toBe(true);
});

it('does not blame the other side for the time in which nobody here listened', () => {
  const budget = new TimeBudget(1_000);
  budget.run();
  // The clock goes on while the event loop stands still.
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
  vi.advanceTimersByTime(100);
  expect(budget.isSpent).toBe(false);
  clock.mockRestore();
});
