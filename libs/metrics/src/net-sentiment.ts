import type { Estimate } from '@timbre/contracts';
import { type LabelCounts, totalOf } from './label-counts.js';
import { Z95 } from './normal.js';

/**
 * Net sentiment (P−N)/(P+N+U) with its 95 % interval.
 *
 * The difference of two shares of one sample is a difference of paired proportions; the interval is the
 * Laplace-adjusted Wald interval of Bonett and Price, "Adjusted Wald confidence interval for a difference of
 * binomial proportions based on paired data" (J. Educ. Behav. Stat. 37, 2012): one is added to each discordant
 * cell and two to n, which keeps its coverage near 95 % down to a handful of mentions, where the plain Wald
 * interval collapses to a point.
 *
 * @param counts mentions by label; weights are allowed
 * @param n sample size to report when `counts` are weights; default: the rounded sum
 * @returns value and bounds in −1…1; null when nothing was counted
 * @example netSentiment({ positive: 6, neutral: 2, negative: 2 }) // value 0.4, n 10
 */
export function netSentiment(counts: LabelCounts, n = Math.round(totalOf(counts))): Estimate {
  const total = totalOf(counts);
  if (!(total > 0)) return { value: null, low: null, high: null, n: 0 };
  const value = (counts.positive - counts.negative) / total;
  const positive = (counts.positive + 1) / (total + 2);
  const negative = (counts.negative + 1) / (total + 2);
  const centre = positive - negative;
  const half = Z95 * Math.sqrt((positive + negative - centre * centre) / (total + 2));
  return {
    value,
    low: Math.max(-1, Math.min(value, centre - half)),
    high: Math.min(1, Math.max(value, centre + half)),
    n,
  };
}
