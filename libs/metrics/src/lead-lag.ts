import { normalCumulative } from './normal.js';

/** Which of two series comes first. */
export interface LeadLag {
  /** Buckets by which the second series follows the first; negative where the second leads. */
  lag: number;
  /** Correlation of the two at that lag. */
  correlation: number;
}

interface Options {
  /** Lags from −most to +most are tried. */
  most: number;
  /** Buckets after which both repeat themselves by habit, e.g. 24 for hours: working hours are no news. */
  period: number;
}

/** Chance of naming a leader where there is none, over all lags together. */
const falseAlarm = 0.01;
/** Fewer counts than this in either series say nothing. */
const leastCount = 30;

/**
 * Lag at which two count series are most alike: cross-correlation (Box, Jenkins, Reinsel and Ljung, Time Series
 * Analysis, ch. 12) of square roots, which even out the variance of counts, after each series' own mean of the same
 * hour of day is taken off. Null where no correlation passes the Bonferroni limit over all lags, or too little was
 * counted: then nobody led.
 *
 * @param first counts per bucket
 * @param second counts of the same buckets
 */
export function leadLag(
  first: readonly number[],
  second: readonly number[],
  { most, period }: Options,
): LeadLag | null {
  const length = Math.min(first.length, second.length);
  if (length <= 2 * most + period || total(first) < leastCount || total(second) < leastCount) return null;
  const a = surprises(first.slice(0, length), period);
  const b = surprises(second.slice(0, length), period);
  const scale = Math.sqrt(power(a) * power(b));
  if (scale === 0) return null;
  let best: LeadLag = { lag: 0, correlation: -1 };
  for (let lag = -most; lag <= most; lag += 1) {
    const correlation = product(a, b, lag) / scale;
    const closer = correlation === best.correlation && Math.abs(lag) < Math.abs(best.lag);
    if (correlation > best.correlation || closer) best = { lag, correlation };
  }
  const byChance = (1 - normalCumulative(best.correlation * Math.sqrt(length))) * (2 * most + 1);
  return byChance < falseAlarm ? best : null;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const power = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);

/** Square roots less the mean of their place in the period. */
function surprises(counts: readonly number[], period: number): number[] {
  const sums = new Float64Array(period);
  const times = new Float64Array(period);
  const roots = counts.map(Math.sqrt);
  roots.forEach((root, index) => {
    sums[index % period] = (sums[index % period] ?? 0) + root;
    times[index % period] = (times[index % period] ?? 0) + 1;
  });
  return roots.map((root, index) => root - (sums[index % period] ?? 0) / (times[index % period] ?? 1));
}

function product(a: readonly number[], b: readonly number[], lag: number): number {
  let sum = 0;
  for (let index = Math.max(0, -lag); index < a.length && index + lag < b.length; index += 1) {
    sum += (a[index] ?? 0) * (b[index + lag] ?? 0);
  }
  return sum;
}
