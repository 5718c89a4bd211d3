import { FeatureVector } from '../learned/feature-vector.js';
import { extractFeatures } from '../learned/extract-features.js';
import { type ClassScores, type LinearModel, logitsOf, softmax } from '../learned/linear-model.js';
import type { LanguageModel, VoterWeights } from '../learned/sentiment-model.js';
import type { TargetContext } from '../learned/target-context.js';
import { squash } from './rule-vote.js';
import { explainScore, type SentenceVote, type TermShare } from './sentence-vote.js';
import { neutralBelow } from './weighted-score.js';

/** Words shown as evidence for one sentence. */
const shownTerms = 10;

/** What the rules know of a target in a sentence, as far as it weighs in the vote. */
export interface RuleView {
  /** −1 … 1. */
  ruleScore: number;
  /** Words of the sentence: the longer it is, the less of it is about one target. */
  words: number;
}

/** Words of a sentence of usual length, where length says nothing. */
const usualLength = 20;

/** Logits of negative, neutral and positive from both voters. */
export function combineLogits(learned: ClassScores, { ruleScore, words }: RuleView, voters: VoterWeights): ClassScores {
  const doubt =
    voters.neutral - voters.doubt * Math.abs(ruleScore) + voters.length * Math.log((words + 1) / usualLength);
  return [
    voters.learned * learned[0] - voters.rule * ruleScore,
    voters.learned * learned[1] + doubt,
    voters.learned * learned[2] + voters.rule * ruleScore,
  ];
}

/** Share of the weaker pole that speaks for neutral: praise mistaken for blame is worse than either missed. */
export const doubtOfPole = 0.3;

/**
 * A score whose size passes the neutral limit exactly where a polar class overtakes neutral: with r the log odds of the
 * stronger polar class against neutral and a part of the weaker one, |s| = 0.2·eʳ below and 1 − 0.8·e⁻ʳ above.
 */
export function scoreOfProbabilities([negative, neutral, positive]: ClassScores): number {
  const polar = Math.max(negative, positive);
  const against = neutral + doubtOfPole * Math.min(negative, positive);
  const odds = Math.log(Math.max(polar, 1e-9) / Math.max(against, 1e-9));
  const size = odds < 0 ? neutralBelow * Math.exp(odds) : 1 - (1 - neutralBelow) * Math.exp(-odds);
  return positive >= negative ? size : -size;
}

function learnedShares(vector: FeatureVector, linear: LinearModel, context: TargetContext, scale: number): TermShare[] {
  const { sentence, own, terms } = context;
  const amounts = new Float64Array(sentence.tokens.length);
  const mask = linear.buckets - 1;
  for (let at = 0; at < vector.length; at++) {
    const token = vector.tokens[at] ?? -1;
    if (token < 0 || token >= amounts.length) continue;
    const bucket = ((vector.hashes[at] ?? 0) & mask) * 3;
    const weight = (linear.weights[bucket + 2] ?? 0) - (linear.weights[bucket] ?? 0);
    amounts[token] = (amounts[token] ?? 0) + weight * linear.step * (vector.values[at] ?? 0) * scale;
  }
  const shares: TermShare[] = [];
  const inTerm: ({ from: number; to: number } | undefined)[] = [];
  for (const term of terms.polar) for (let at = term.first; at < term.last; at++) inTerm[at] = term;
  sentence.tokens.forEach((token, at) => {
    const amount = amounts[at] ?? 0;
    if (amount === 0 || token.kind === 'punctuation') return;
    if (own.some((mention) => at >= mention.first && at < mention.last)) return;
    const { from, to } = inTerm[at] ?? token;
    shares.push({ from, to, amount });
  });
  return shares;
}

// One vector for all votes: each is read before the next is made.
const scratch = new FeatureVector();

/** Both voters' verdict on one target in one sentence, with the words behind it. */
export function combinedVote(context: TargetContext, model: LanguageModel): SentenceVote {
  const vector = extractFeatures(context, scratch);
  const ruleScore = squash(context.read.sum);
  const probabilities = softmax(
    combineLogits(logitsOf(model.linear, vector), { ruleScore, words: context.sentence.tokens.length }, model.voters),
  );
  const score = scoreOfProbabilities(probabilities);
  const total = context.read.contributions.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  const shares = learnedShares(vector, model.linear, context, model.voters.learned);
  for (const { term, amount } of context.read.contributions) {
    const part = total === 0 ? 0 : (2 * model.voters.rule * Math.abs(ruleScore) * amount) / total;
    shares.push({ from: term.from, to: term.to, amount: part });
  }
  return {
    score,
    confidence: Math.max(...probabilities),
    probabilities,
    terms: explain(score, shares, context),
  };
}

function explain(score: number, shares: TermShare[], { sentence, own }: TargetContext): SentenceVote['terms'] {
  const terms = explainScore(score, shares, shownTerms);
  if (terms.length > 0) return terms;
  // Nothing but the frame of the sentence speaks: the mention itself stands for it.
  const from = sentence.tokens[own[0]?.first ?? 0]?.from ?? sentence.from;
  const to = sentence.tokens[(own[0]?.last ?? 1) - 1]?.to ?? sentence.to;
  return [{ from, to, weight: score }];
}
