import type { Evidence } from '@timbre/contracts';
import { weightedScore } from '../sentiment/weighted-score.js';
import { inTextOrder, type TargetScore } from './scorer.js';

/** A target's score from its sentences, by the formula that holds for every scorer (place × confidence × score). */
export function scoreFromEvidence(evidence: readonly Evidence[]): TargetScore {
  const votes = evidence.map(({ place, score, confidence }) => ({
    place: place ?? ('body' as const),
    score,
    confidence: confidence ?? 1,
  }));
  return { ...weightedScore(votes), evidence: inTextOrder(evidence) };
}
