/** Bounds of the adaptive interval, in seconds. */
const SHORTEST_INTERVAL = 300;
const LONGEST_INTERVAL = 21_600;

export interface NextAttemptInput {
  now: Date;
  /** Interval that a person set, in seconds; wins over the adaptive one. */
  fixedInterval: number | null;
  /** Entries that the source published per day, as observed; null while unknown. */
  entriesPerDay: number | null;
  /** Failures in a row, 0 after a success. */
  failures: number;
  /** Earliest instant that the server allows (Retry-After, max-age, Expires, ttl, skipHours). */
  notBefore: Date | null;
  /** Uniform in [0, 1): spreads sources that were added together. */
  random: number;
}

/**
 * When a source is asked again: about twice as often as it publishes, between five minutes and six hours; after
 * failures doubling up to a day, without ever giving up; ±10 % jitter; never before the server allows.
 */
export function nextAttempt(input: NextAttemptInput): Date {
  const base = input.fixedInterval ?? adaptiveInterval(input.entriesPerDay);
  const backedOff =
    input.failures === 0
      ? base
      : Math.min(86_400, Math.max(base, SHORTEST_INTERVAL) * 2 ** Math.min(input.failures, 12));
  const jittered = backedOff * (0.9 + 0.2 * input.random);
  const wanted = input.now.getTime() + jittered * 1000;
  return new Date(Math.max(wanted, input.notBefore?.getTime() ?? 0));
}

function adaptiveInterval(entriesPerDay: number | null): number {
  if (entriesPerDay === null) return 1800;
  if (entriesPerDay <= 0) return LONGEST_INTERVAL;
  return Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, 86_400 / entriesPerDay / 2));
}
