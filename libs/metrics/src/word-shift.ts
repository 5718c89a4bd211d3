/** How often a word occurred in a period, and how it feels (−4…4 or any fixed scale). */
export interface WordUse {
  word: string;
  valence: number;
  count: number;
}

/** What a word's changed use did to the mean valence. */
export interface WordShiftContribution {
  word: string;
  valence: number;
  /** Relative frequencies in the two periods. */
  before: number;
  after: number;
  /** Part of the change; all contributions add up to it. */
  contribution: number;
}

/**
 * Word-shift contributions between two periods: δ(w) = (v(w) − v̄₁)(p₂(w) − p₁(w)). Their sum is the change of the mean
 * valence (Dodds et al., "Temporal patterns of happiness…", PLoS ONE 6, 2011). Sorted by size.
 */
export function wordShift(before: readonly WordUse[], after: readonly WordUse[]): WordShiftContribution[] {
  const totalBefore = sum(before);
  const totalAfter = sum(after);
  if (totalBefore === 0 || totalAfter === 0) return [];
  const meanBefore = before.reduce((total, use) => total + use.valence * use.count, 0) / totalBefore;
  const shares = new Map<string, WordShiftContribution>();
  const entry = (use: WordUse) => {
    const known = shares.get(use.word) ?? {
      word: use.word,
      valence: use.valence,
      before: 0,
      after: 0,
      contribution: 0,
    };
    shares.set(use.word, known);
    return known;
  };
  for (const use of before) entry(use).before += use.count / totalBefore;
  for (const use of after) entry(use).after += use.count / totalAfter;
  for (const shift of shares.values()) shift.contribution = (shift.valence - meanBefore) * (shift.after - shift.before);
  return [...shares.values()].sort(
    (a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || a.word.localeCompare(b.word),
  );
}

function sum(uses: readonly WordUse[]): number {
  return uses.reduce((total, use) => total + use.count, 0);
}
