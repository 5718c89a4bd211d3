import { explainScore, type SentenceVote } from './sentence-vote.js';
import type { TargetSentence } from './read-target.js';

/** Half-saturation of the rule score: a lone word of valence 2.4 right at the target gives about 0.7. */
const saturation = 6;

/** Squashes a sum of valences to −1 … 1, x/√(x²+α), as VADER does (Hutto & Gilbert 2014, with α 15 there). */
export function squash(sum: number): number {
  return sum / Math.sqrt(sum * sum + saturation);
}

/** The rules' verdict: squashed sum of what the terms say of the target. */
export function ruleVote(target: TargetSentence): SentenceVote {
  const score = squash(target.sum);
  const shares = target.contributions.map(({ term, amount }) => ({ from: term.from, to: term.to, amount }));
  return { score, confidence: 0.4 + 0.5 * Math.abs(score), terms: explainScore(score, shares) };
}
