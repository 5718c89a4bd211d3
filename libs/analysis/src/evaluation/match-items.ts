/** Pairs items greedily by similarity, best first; `similarity` is 0 for pairs that do not match. */
export function matchItems<G, P>(
  gold: readonly G[],
  predicted: readonly P[],
  similarity: (gold: G, predicted: P) => number,
): { gold: G; predicted: P }[] {
  const candidates: { g: number; p: number; value: number }[] = [];
  gold.forEach((item, g) =>
    predicted.forEach((other, p) => {
      const value = similarity(item, other);
      if (value > 0) candidates.push({ g, p, value });
    }),
  );
  candidates.sort((a, b) => b.value - a.value || a.g - b.g || a.p - b.p);
  const usedGold = new Set<number>();
  const usedPredicted = new Set<number>();
  const pairs: { gold: G; predicted: P }[] = [];
  for (const { g, p } of candidates) {
    if (usedGold.has(g) || usedPredicted.has(p)) continue;
    usedGold.add(g);
    usedPredicted.add(p);
    pairs.push({ gold: gold[g] as G, predicted: predicted[p] as P });
  }
  return pairs;
}

/** Precision, recall and F1 from counts; 1 where there was nothing to find and nothing was found. */
export function f1OfCounts(
  matched: number,
  gold: number,
  predicted: number,
): { precision: number; recall: number; f1: number } {
  if (gold === 0 && predicted === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = predicted === 0 ? 0 : matched / predicted;
  const recall = gold === 0 ? 0 : matched / gold;
  return { precision, recall, f1: matched === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
