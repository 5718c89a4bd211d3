/** Mentions by label. With decayed weighting the counts are sums of weights, hence not always whole. */
export interface LabelCounts {
  positive: number;
  neutral: number;
  negative: number;
}

/** P + N + U. */
export function totalOf(counts: LabelCounts): number {
  return counts.positive + counts.neutral + counts.negative;
}
