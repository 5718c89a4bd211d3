const minute = 60_000;
const hour = 60 * minute;

/** Pauses between tries, three days in all; a receiver that is down over a weekend still gets its message. */
const pauses = [
  5_000,
  30_000,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  24 * hour,
  24 * hour,
];

/**
 * When to try again after so many failures; null: give up. A receiver that names a pause (Retry-After) gets at least
 * that, up to a day.
 *
 * @param random 0 … 1; spreads the tries by a fifth, so that a receiver that comes back is not run over
 */
export function nextAttempt(failures: number, now: number, random: number, retryAfterMs = 0): number | null {
  const pause = pauses[failures - 1];
  if (pause === undefined) return null;
  return now + Math.max(Math.round(pause * (1 + random / 5)), Math.min(retryAfterMs, 24 * hour));
}
