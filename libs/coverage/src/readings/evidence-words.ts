import type { Evidence } from '@timbre/contracts';

interface EvidenceWords {
  words: string[];
  weights: number[];
}

/**
 * The words that moved a score and how much each did, strongest first. Kept beside the mention so that a word shift
 * between two periods is a sum, not a reading of texts.
 *
 * @param most - words kept.
 */
export function evidenceWords(text: string, evidence: readonly Evidence[], most = 12): EvidenceWords {
  const weights = new Map<string, number>();
  for (const { terms } of evidence) {
    for (const { from, to, weight } of terms) {
      const word = text.slice(from, to).toLowerCase().trim();
      if (word !== '' && word.length <= 60) weights.set(word, (weights.get(word) ?? 0) + weight);
    }
  }
  const strongest = [...weights]
    .filter(([, weight]) => weight !== 0)
    .sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || (a < b ? -1 : 1))
    .slice(0, most);
  return { words: strongest.map(([word]) => word.toWellFormed()), weights: strongest.map(([, weight]) => weight) };
}
