import type { CompiledLexicons } from '../lexicon/compile-lexicons.js';
import { squash } from '../sentiment/rule-vote.js';
import { extractFeatures } from './extract-features.js';
import { fitVoters, type VotedExample } from './fit-voters.js';
import { contextOf, type LabelledTarget } from './labelled-target.js';
import { type LinearModel, logitsOf } from './linear-model.js';
import type { LanguageModel } from './sentiment-model.js';
import { type Example, quantise, trainLinear, type TrainOptions } from './train-linear.js';

/** A set of labelled targets; all its examples count `weight` each in training. */
export interface LabelledSet {
  name: string;
  weight: number;
  targets: readonly LabelledTarget[];
}

const classOf = (label: -1 | 0 | 1): 0 | 1 | 2 => (label + 1) as 0 | 1 | 2;

function trainingExamples(sets: readonly LabelledSet[], lexicons: CompiledLexicons): Example[] {
  return sets.flatMap(({ targets, weight }) =>
    targets.flatMap((target) => {
      const context = contextOf(target, lexicons);
      return context === undefined ? [] : [{ vector: extractFeatures(context), label: classOf(target.label), weight }];
    }),
  );
}

function votedExamples(sets: readonly LabelledSet[], linear: LinearModel, lexicons: CompiledLexicons): VotedExample[] {
  return sets.flatMap(({ targets, weight }) =>
    targets.flatMap((target) => {
      const context = contextOf(target, lexicons);
      if (context === undefined) return [];
      const learned = logitsOf(linear, extractFeatures(context));
      const share = (weight * 1_000) / targets.length;
      return [{ learned, ruleScore: squash(context.read.sum), label: classOf(target.label), weight: share }];
    }),
  );
}

/**
 * Trains the linear voter of one language on `train` and weighs it against the rules on `tune`, which it has not seen.
 * Deterministic for the same sets, options and lexicons.
 */
export function trainSentiment(
  train: readonly LabelledSet[],
  tune: readonly LabelledSet[],
  lexicons: CompiledLexicons,
  options: TrainOptions,
): LanguageModel {
  const linear = quantise(trainLinear(trainingExamples(train, lexicons), options));
  const start = { learned: 0.6, rule: 0.5, doubt: 0, neutral: 0 };
  return { linear, voters: fitVoters(votedExamples(tune, linear, lexicons), start) };
}
