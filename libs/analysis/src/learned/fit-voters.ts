import { combineLogits, type RuleView } from '../sentiment/combined-vote.js';
import { type ClassScores, softmax } from './linear-model.js';
import type { VoterWeights } from './sentiment-model.js';

/** What both voters said of a labelled development example. */
export interface VotedExample extends RuleView {
  learned: ClassScores;
  /** 0 negative, 1 neutral, 2 positive. */
  label: 0 | 1 | 2;
  /** Sets of different size are given the same weight, so that no single one decides. */
  weight: number;
}

export function meanLogLoss(examples: readonly VotedExample[], voters: VoterWeights): number {
  let loss = 0;
  let weights = 0;
  for (const example of examples) {
    const { learned, label, weight } = example;
    loss -= weight * Math.log(Math.max(1e-9, softmax(combineLogits(learned, example, voters))[label]));
    weights += weight;
  }
  return weights === 0 ? 0 : loss / weights;
}

const names = ['learned', 'rule', 'doubt', 'neutral', 'length'] as const;

/** Pattern search (Hooke & Jeeves 1961) for the weights of least log loss; deterministic, needs no gradient. */
export function fitVoters(examples: readonly VotedExample[], start: VoterWeights): VoterWeights {
  let best = { ...start };
  let loss = meanLogLoss(examples, best);
  for (let step = 0.4; step > 0.01;) {
    let improved = false;
    for (const name of names) {
      for (const sign of [1, -1]) {
        const trial = { ...best, [name]: best[name] + sign * step };
        if (name !== 'neutral' && trial[name] < 0) continue;
        const trialLoss = meanLogLoss(examples, trial);
        if (trialLoss < loss - 1e-7) {
          best = trial;
          loss = trialLoss;
          improved = true;
          break;
        }
      }
    }
    if (!improved) step /= 2;
  }
  return best;
}
