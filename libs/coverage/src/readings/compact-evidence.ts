import type { Evidence } from '@timbre/contracts';

/** Sentences kept per mention: nobody reads more, and a long transcript has thousands. */
const mostSentences = 40;
const decimals = 10_000;

/**
 * Evidence as it is stored: the strongest sentences in the order of the text, numbers to four decimals. A learned
 * voter gives every word a weight, and full doubles would make evidence larger than the article.
 */
export function compactEvidence(evidence: readonly Evidence[]): Evidence[] {
  const strongest =
    evidence.length <= mostSentences
      ? evidence
      : [...evidence]
          .sort((a, b) => Math.abs(b.score) - Math.abs(a.score))
          .slice(0, mostSentences)
          .sort((a, b) => a.from - b.from);
  return strongest.map(({ terms, score, confidence, ...sentence }) => ({
    ...sentence,
    score: rounded(score),
    ...(confidence === undefined ? {} : { confidence: rounded(confidence) }),
    terms: terms.map((term) => ({ ...term, weight: rounded(term.weight) })).filter(({ weight }) => weight !== 0),
  }));
}

const rounded = (value: number): number => Math.round(value * decimals) / decimals;
