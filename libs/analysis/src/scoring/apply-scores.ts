import type { TargetReading } from '@timbre/contracts';
import { labelOf } from '../sentiment/weighted-score.js';
import type { ScorerAnswer } from './scorer.js';

/** Kind and id: an entity and a topic may share an id. */
export const targetKeyOf = ({ kind, id }: Pick<TargetReading, 'kind' | 'id'>): string => `${kind}:${id}`;

const silent = { score: 0, confidence: 0, evidence: [] };

/** Targets with a scorer's scores in place of the embedded ones; those it did not answer are neutral. */
export function applyScores(targets: readonly TargetReading[], answer: ScorerAnswer): TargetReading[] {
  return targets.map((target) => {
    const { score, confidence, evidence } = answer.targets.get(targetKeyOf(target)) ?? silent;
    return { ...target, score, label: labelOf(score), confidence, evidence: [...evidence] };
  });
}
