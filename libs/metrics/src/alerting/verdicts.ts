import type { AlertVerdict, Estimate } from '@timbre/contracts';
import { wilsonInterval } from '../wilson-interval.js';

/** A person's verdict on a stretch of time; ms. */
export interface VerdictMark {
  from: number;
  /** Null: on its begin alone. */
  to: number | null;
  verdict: AlertVerdict;
  markedAt: number;
}

/**
 * The verdict on an alert: that of the newest mark which it overlaps. Marks belong to what was measured, not to a
 * threshold, so they still count when another setting fires a little earlier or later.
 *
 * @param to ms; null while the alert is on
 */
export function verdictOf(
  { from, to }: { from: number; to: number | null },
  marks: readonly VerdictMark[],
): AlertVerdict | null {
  const end = to ?? Infinity;
  return (
    marks.reduce<VerdictMark | null>((newest, mark) => {
      const overlaps = mark.from <= end && (mark.to ?? mark.from) >= from;
      return overlaps && (newest === null || mark.markedAt > newest.markedAt) ? mark : newest;
    }, null)?.verdict ?? null
  );
}

/** Share of useful alerts among those with a verdict, with Wilson's interval; n is how many have one. */
export function estimatedPrecision(verdicts: readonly (AlertVerdict | null)[]): Estimate {
  const known = verdicts.filter((verdict) => verdict !== null);
  return wilsonInterval(known.filter((verdict) => verdict === 'useful').length, known.length);
}
