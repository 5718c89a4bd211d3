import type { Estimate } from '@timbre/contracts';
import { difference, volumeSurprise, Z95 } from '@timbre/metrics';

/** The period before is one noisy observation itself, so its own Poisson variance joins that of the count. */
const onePeriod = { dispersion: 2, weeks: 1 };

/** Standard deviations by which a count differs from the period before. */
export function volumeChange(before: number, after: number): number {
  return volumeSurprise(after, { expected: before, ...onePeriod });
}

/** Standard deviations by which net sentiment differs from the period before; 0 where either is unknown. */
export function netChange(before: Estimate, after: Estimate): number {
  const { value, low, high } = difference(before, after);
  if (value === null || low === null || high === null) return 0;
  const deviation = (value > 0 ? value - low : high - value) / Z95;
  return deviation > 0 ? value / deviation : 0;
}
