import type { SentimentLabel } from '@timbre/contracts';
import type { Sentence } from '../document/annotated-document.js';
import { squash } from './rule-vote.js';
import type { SentenceTerms } from './sentence-terms.js';
import { labelOf, weightedScore } from './weighted-score.js';

export interface DocumentScore {
  score: number;
  label: SentimentLabel;
  confidence: number;
}

/** Tone of the article as a whole: every sentence with polar words votes, whoever they are said of. */
export function scoreDocument(sentences: readonly Sentence[], terms: readonly SentenceTerms[]): DocumentScore {
  const votes = sentences.flatMap((sentence, index) => {
    let sum = 0;
    for (const { term, factor } of terms[index]?.polar ?? []) sum += strongest(term) * factor;
    const score = squash(sum * 0.6);
    return sum === 0 ? [] : [{ place: sentence.place, score, confidence: 0.3 + 0.6 * Math.abs(score) }];
  });
  const { score, confidence } = weightedScore(votes);
  return { score, label: labelOf(score), confidence };
}

/** An event verb counts for the article with its listed valence, or the stronger of its two sides. */
function strongest(term: { valence: number; subject?: number; object?: number }): number {
  if (term.valence !== 0) return term.valence;
  const subject = term.subject ?? 0;
  const object = term.object ?? 0;
  return Math.abs(subject) >= Math.abs(object) ? subject : object;
}
