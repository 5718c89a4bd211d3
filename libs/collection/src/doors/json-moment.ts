import { parseFeedDate } from '../dates/parse-feed-date.js';

/** Seconds since 1970 have at most ten digits until 2286; longer numbers are milliseconds. */
const MILLISECONDS_FROM = 100_000_000_000;
const DAY = 86_400_000;

/**
 * A moment of publication as JSON writes it: a date in words, or seconds or milliseconds since 1970.
 * Null for what is none, lies before 1990, or more than a day ahead of `now`.
 */
export function jsonMoment(value: unknown, now: Date): Date | null {
  const at = typeof value === 'string' && !/^\d{9,14}$/.test(value.trim()) ? parseFeedDate(value, now) : epoch(value);
  if (at === null || at.getTime() < Date.UTC(1990, 0, 1) || at.getTime() > now.getTime() + DAY) return null;
  return at;
}

function epoch(value: unknown): Date | null {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return null;
  return new Date(number >= MILLISECONDS_FROM ? number : number * 1000);
}
