import { median } from './quantiles.js';

/** What a normal day of this weekday looks like. */
export interface VolumeBaseline {
  /** Median count of the same weekday over the past weeks. */
  expected: number;
  /** Over-dispersion φ = Var/mean, at least 1 (Poisson). */
  dispersion: number;
  /** Weeks that went into it. */
  weeks: number;
}

/**
 * Baseline of a day from the counts of the same weekday in earlier weeks (up to eight; DESIGN §7).
 * The median is not moved by one news storm; φ is estimated from the median absolute deviation for the same reason.
 *
 * @param sameWeekday counts of the same weekday, one per past week; leave out days on which collection failed
 */
export function volumeBaseline(sameWeekday: readonly number[]): VolumeBaseline {
  const expected = median(sameWeekday) ?? 0;
  const deviation = median(sameWeekday.map((count) => Math.abs(count - expected))) ?? 0;
  const robustVariance = (1.4826 * deviation) ** 2;
  return { expected, dispersion: expected > 0 ? Math.max(1, robustVariance / expected) : 1, weeks: sameWeekday.length };
}

/**
 * How surprising a count is, in standard deviations: z = 2(√x − √μ)/√φ, the variance-stabilising transform of a
 * Poisson count (Anscombe 1948) widened by the over-dispersion.
 */
export function volumeSurprise(count: number, baseline: VolumeBaseline): number {
  return (2 * (Math.sqrt(count) - Math.sqrt(baseline.expected))) / Math.sqrt(baseline.dispersion);
}
