import type { CompiledLexicons } from '../lexicon/compile-lexicons.js';
import { squash } from '../sentiment/rule-vote.js';
import { extractFeatures } from './extract-features.js';
import { hashText } from './feature-hash.js';
import { fitVoters, type VotedExample } from './fit-voters.js';
import { contextOf, type LabelledTarget } from './labelled-target.js';
import { type LinearModel, logitsOf } from './linear-model.js';
import type { LanguageModel } from './sentiment-model.js';
import { type Example, quantise, trainLinear, type TrainOptions } from './train-linear.js';

/** A set of labelled targets. */
export interface LabelledSet {
  name: string;
  /** Weight of each example in training; 0 keeps the set out of it. */
  weight: number;
  /** Weight of the whole set when the voters are weighed; 0 keeps it out of that. */
  tuneWeight: number;
  targets: readonly LabelledTarget[];
  /**
   * The set's classes are not shared out as in news (reviews without a neutral class): its examples carry a feature of
   * their own, which takes up what is peculiar to the set and is absent when the model is used.
   */
  peculiar?: boolean;
}

interface Prepared extends Example {
  ruleScore: number;
  words: number;
  /** 0 or 1: the half in which it lies when the halves vote on each other. */
  fold: number;
  tuneWeight: number;
}

const classOf = (label: -1 | 0 | 1): 0 | 1 | 2 => (label + 1) as 0 | 1 | 2;
const peculiarity = 4;

function prepare(sets: readonly LabelledSet[], lexicons: CompiledLexicons): Prepared[] {
  return sets.flatMap(({ name, weight, tuneWeight, targets, peculiar }) => {
    const counts = [0, 0, 0];
    for (const { label } of targets) counts[label + 1] = (counts[label + 1] ?? 0) + 1;
    return targets.flatMap((target) => {
      const context = contextOf(target, lexicons);
      if (context === undefined) return [];
      const vector = extractFeatures(context);
      if (peculiar) vector.add(hashText(`set:${name}`), peculiarity);
      vector.trim();
      // Between the set's own shares of classes and equal shares: macro-F1 weighs classes alike.
      const share = 1_000 / Math.sqrt(targets.length * 3 * Math.max(1, counts[target.label + 1] ?? 1));
      const fold = hashText(target.document.text) & 1;
      const ruleScore = squash(context.read.sum);
      const words = context.sentence.tokens.length;
      return [{ vector, label: classOf(target.label), weight, ruleScore, words, fold, tuneWeight: tuneWeight * share }];
    });
  });
}

function voted(examples: readonly Prepared[], linear: LinearModel): VotedExample[] {
  return examples
    .filter((example) => example.tuneWeight > 0)
    .map(({ vector, label, ruleScore, words, tuneWeight }) => ({
      learned: logitsOf(linear, vector),
      ruleScore,
      words,
      label,
      weight: tuneWeight,
    }));
}

/**
 * Trains the linear voter of one language and weighs it against the rules. Sets that only tune are judged by the whole
 * model; sets that do both are judged by models trained without their half, so that no example votes on itself.
 * Deterministic for the same sets, options and lexicons.
 */
export function trainSentiment(
  sets: readonly LabelledSet[],
  lexicons: CompiledLexicons,
  options: TrainOptions,
): LanguageModel {
  const examples = prepare(sets, lexicons);
  const training = examples.filter(({ weight }) => weight > 0);
  const linear = quantise(trainLinear(training, options));
  const both = training.filter(({ tuneWeight }) => tuneWeight > 0);
  const crossed =
    both.length === 0
      ? []
      : [0, 1].flatMap((fold) => {
          const rest = training.filter((example) => example.tuneWeight === 0 || example.fold !== fold);
          const half = quantise(trainLinear(rest, options));
          return voted(both.filter((example) => example.fold === fold), half); // prettier-ignore
        });
  const unseen = voted(
    examples.filter(({ weight }) => weight === 0),
    linear,
  );
  return {
    linear,
    voters: fitVoters([...crossed, ...unseen], { learned: 0.6, rule: 0.5, doubt: 0, neutral: 0, length: 0 }),
  };
}
