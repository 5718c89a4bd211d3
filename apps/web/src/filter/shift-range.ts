import { addDays, localDay } from './local-day.js';
import type { InstantRange } from './resolve-range.js';

const DAY = 86_400_000;

/** The range before (−1) or after (+1), of the same number of days, as days with the last one included. */
export function shiftRange(range: InstantRange, direction: -1 | 1, tz: string): { from: string; to: string } {
  const length = Math.max(1, Math.round((Date.parse(range.to) - Date.parse(range.from)) / DAY));
  const first = localDay(Date.parse(range.from), tz);
  const from = addDays(first, direction * length);
  return { from, to: addDays(from, length - 1) };
}
