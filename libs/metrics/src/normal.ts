/** The 97.5 % quantile of the standard normal distribution: two-sided 95 %. */
export const Z95 = 1.959963984540054;

/**
 * Standard normal distribution function Φ(z); absolute error below 1.5e−7
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26).
 */
export function normalCumulative(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const erf = 1 - poly * Math.exp(-x * x);
  return z >= 0 ? (1 + erf) / 2 : (1 - erf) / 2;
}
