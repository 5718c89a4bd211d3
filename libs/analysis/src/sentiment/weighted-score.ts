import type { SentimentLabel } from '@timbre/contracts';
import type { SentencePlace } from '../document/annotated-document.js';

/** Weight of an evidence sentence by where it stands. */
const placeWeight: Record<SentencePlace, number> = { title: 2, lead: 1.5, body: 1 };

/** |s| below this is neutral. */
export const neutralBelow = 0.2;

export function labelOf(score: number): SentimentLabel {
  if (Math.abs(score) < neutralBelow) return 'neutral';
  return score > 0 ? 'positive' : 'negative';
}

/** s = Σ wₖcₖpₖ / Σ wₖcₖ and the weighted mean confidence, over evidence sentences; 0 without evidence. */
export function weightedScore(evidence: readonly { place: SentencePlace; score: number; confidence: number }[]): {
  score: number;
  confidence: number;
} {
  let weighted = 0;
  let weights = 0;
  let places = 0;
  for (const { place, score, confidence } of evidence) {
    const weight = placeWeight[place] * confidence;
    weighted += weight * score;
    weights += weight;
    places += placeWeight[place];
  }
  if (weights === 0) return { score: 0, confidence: 0 };
  return { score: Math.max(-1, Math.min(1, weighted / weights)), confidence: Math.min(1, weights / places) };
}
