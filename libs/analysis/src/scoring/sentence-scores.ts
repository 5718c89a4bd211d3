import type { Evidence } from '@timbre/contracts';
import type { ClassScores } from '../learned/linear-model.js';
import { scoreOfProbabilities } from '../sentiment/combined-vote.js';
import { scoreFromEvidence } from './score-from-evidence.js';
import type { ScorerAnswer, TargetScore } from './scorer.js';
import type { SentenceQuestion } from './sentence-questions.js';

/**
 * Scores of targets from a model's probabilities for each of their sentences. Such a model reads a sentence as a whole:
 * the sentence is its own evidence, no word of it is.
 *
 * @param probabilities of negative, neutral and positive, in the order of the questions
 */
export function sentenceScores(
  questions: readonly SentenceQuestion[],
  probabilities: readonly ClassScores[],
): ScorerAnswer {
  const byTarget = new Map<string, Evidence[]>();
  questions.forEach(({ key, sentence: { from, to, place } }, index) => {
    const classes = probabilities[index];
    if (classes === undefined) return;
    const score = Math.max(-1, Math.min(1, scoreOfProbabilities(classes)));
    const evidence = { from, to, place, score, confidence: Math.max(...classes), terms: [{ from, to, weight: score }] };
    const known = byTarget.get(key);
    if (known === undefined) byTarget.set(key, [evidence]);
    else known.push(evidence);
  });
  const targets = new Map<string, TargetScore>();
  for (const [key, evidence] of byTarget) targets.set(key, scoreFromEvidence(evidence));
  return { targets, skipped: [] };
}
