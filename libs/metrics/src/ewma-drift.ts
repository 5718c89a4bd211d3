/** Smoothing λ and limit L of the control chart (DESIGN §7). */
export const EWMA_LAMBDA = 0.2;
export const EWMA_LIMIT = 3;

/** One step of the control chart. */
export interface EwmaPoint {
  ewma: number;
  /** Control limits around the centre. */
  low: number;
  high: number;
  /** −1 below, 1 above, 0 inside. */
  out: -1 | 0 | 1;
}

/**
 * Exponentially weighted moving average control chart (Roberts 1959; exact limits as in Montgomery, Introduction to
 * Statistical Quality Control, ch. 9): it notices a small lasting drift of tone sooner than single points do.
 *
 * @param values one value per bucket; null (nothing measured) leaves the average where it is
 * @param centre mean of the reference period
 * @param sigma standard deviation of one bucket in the reference period
 */
export function ewmaDrift(
  values: readonly (number | null)[],
  centre: number,
  sigma: number,
  lambda = EWMA_LAMBDA,
  limit = EWMA_LIMIT,
): EwmaPoint[] {
  let ewma = centre;
  let steps = 0;
  return values.map((value) => {
    if (value !== null) {
      ewma = lambda * value + (1 - lambda) * ewma;
      steps += 1;
    }
    const half = limit * sigma * Math.sqrt((lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * Math.max(1, steps))));
    const low = centre - half;
    const high = centre + half;
    return { ewma, low, high, out: ewma < low ? -1 : ewma > high ? 1 : 0 };
  });
}
