/** Pseudo-mentions that the prior mean weighs (DESIGN §7). */
export const PRIOR_MENTIONS = 8;

/**
 * Empirical-Bayes mean for small samples: NS* = (Σws + kμ₀)/(Σw + k) (James–Stein type shrinkage towards the
 * target's own 90-day mean).
 *
 * @param sum Σ w·s of the sample
 * @param weight Σ w of the sample
 * @param priorMean μ₀, the target's 90-day mean
 */
export function shrunkMean(sum: number, weight: number, priorMean: number, k = PRIOR_MENTIONS): number {
  return (sum + k * priorMean) / (weight + k);
}
