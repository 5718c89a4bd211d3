/** Share of voice w(i)/Σw(j); all zeros where nobody was mentioned. The shares of a non-empty list add up to 1. */
export function shareOfVoice(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 0));
}
