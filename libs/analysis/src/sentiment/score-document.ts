import type { SentimentLabel } from '@timbre/contracts';
import type { Sentence, SentencePlace } from '../document/annotated-document.js';
import type { PolarTerm } from './polar-term.js';
import type { SentenceTerms } from './sentence-terms.js';
import { labelOf } from './weighted-score.js';

export interface DocumentScore {
  score: number;
  label: SentimentLabel;
  confidence: number;
}

/** A title says what the article is about: its words weigh three times those of the text. */
const weightOf: Record<SentencePlace, number> = { title: 3, lead: 1, body: 1 };
/** Weak words (发展, 问题) are the furniture of news; half a point of valence is taken off every word. */
const furniture = 0.25;
const weakest = 0.5;
/** Polar mass per 100 words from which an article is called good or bad news; praise is cheaper than blame. */
const goodNews = 8;
const badNews = 6;

/** Valence of a term for the article, whoever it is said of: the listed one, else the stronger of its two sides. */
function toneOf({ term, factor }: PolarTerm): number {
  const { valence, subject = 0, object = 0 } = term;
  return (valence !== 0 ? valence : Math.abs(subject) > Math.abs(object) ? subject : object) * factor;
}

/**
 * Tone of the article as a whole: praise and blame per 100 words, the n-th use of a word counting 1/n, the title three
 * times; the difference against a limit gives a score that is ±0.2 exactly there. The constants were chosen on
 * development articles.
 */
export function scoreDocument(sentences: readonly Sentence[], terms: readonly SentenceTerms[]): DocumentScore {
  const uses = new Map<string, number>();
  let tone = 0;
  let words = 0;
  sentences.forEach((sentence, index) => {
    words += sentence.tokens.length;
    for (const term of terms[index]?.polar ?? []) {
      const use = (uses.get(term.term.lemma) ?? 0) + 1;
      uses.set(term.term.lemma, use);
      const value = toneOf(term);
      if (Math.abs(value) <= weakest) continue;
      tone += (weightOf[sentence.place] * (value - Math.sign(value) * furniture)) / use;
    }
  });
  const density = tone / ((words + 15) / 100) ** 0.9;
  const ratio = density / (density > 0 ? goodNews : badNews);
  const score = ratio / Math.sqrt(ratio * ratio + 24);
  return { score, label: labelOf(score), confidence: 1 - 0.55 * Math.exp(-Math.abs(Math.abs(ratio) - 1)) };
}
