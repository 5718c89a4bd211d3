import type { EvidenceTerm } from '@timbre/contracts';

/** One sentence's verdict on one target (or on the article as a whole). */
export interface SentenceVote {
  /** −1 … 1. */
  score: number;
  /** 0 … 1. */
  confidence: number;
  /** Calibrated probabilities of negative, neutral and positive, where a model voted. */
  probabilities?: [number, number, number];
  /** Words with their shares of the score; they sum to it. */
  terms: EvidenceTerm[];
}

/** A raw share of a stretch of text in a score, on any scale. */
export interface TermShare {
  from: number;
  to: number;
  amount: number;
}

/** Shares that nearly cancel out cannot be scaled to a score; the difference is then spread evenly. */
const largestScale = 4;

/**
 * Turns raw shares into weights that sum exactly to `score`: scaled where the shares agree with it in sign and size,
 * otherwise the remainder is spread over the words by the size of their shares. Shares of the same span are merged;
 * only the `most` weighty words are kept.
 */
export function explainScore(score: number, shares: readonly TermShare[], most = Infinity): EvidenceTerm[] {
  const merged = new Map<number, TermShare>();
  for (const { from, to, amount } of shares) {
    // One number for both ends: texts are read to a million characters.
    const key = from * 0x200000 + to;
    const known = merged.get(key);
    merged.set(key, { from, to, amount: (known?.amount ?? 0) + amount });
  }
  const list = [...merged.values()]
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.from - b.from)
    .slice(0, most)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  if (list.length === 0) return [];
  const sum = list.reduce((total, { amount }) => total + amount, 0);
  const size = list.reduce((total, { amount }) => total + Math.abs(amount), 0);
  const scale = sum === 0 ? 0 : score / sum;
  const scalable = scale > 0 && scale * size <= largestScale * Math.max(Math.abs(score), 0.05);
  const unit = scalable ? scale : Math.min(1, 1 / size);
  const rest = score - unit * sum;
  return list.map(({ from, to, amount }) => ({
    from,
    to,
    weight: unit * amount + (rest * Math.abs(amount)) / size,
  }));
}
