import type { Evidence } from '@timbre/contracts';
import type { ScoringCase, ScoringTarget } from './scorer.js';

/** Words that somebody names as the reason for a score. */
export interface Passage {
  text: string;
  /** −1 … 1. */
  score: number;
}

/** Shorter ones stand everywhere and show nothing. */
const leastLength = 2;

interface Place {
  from: number;
  to: number;
  sentence: number;
}

/**
 * Finds passages in the text and makes them evidence of their sentences. A passage that does not stand there word for
 * word is dropped. Of several places the one in a sentence that speaks of the target counts; a passage over several
 * sentences is evidence in each. A sentence's score is the mean of its passages, which are its weighted words.
 *
 * @param confidence of the target's score, 0 … 1
 */
export function placePassages(
  passages: readonly Passage[],
  target: ScoringTarget,
  { text, sentences }: Pick<ScoringCase, 'text' | 'sentences'>,
  confidence: number,
): Evidence[] {
  const spoken = new Set(target.mentions.map(({ sentence }) => sentence));
  const bySentence = new Map<number, Map<string, Place & { score: number }>>();
  for (const passage of passages) {
    const words = passage.text.trim();
    if (words.length < leastLength) continue;
    for (const place of placesOf(words, text, sentences, spoken)) {
      const found = bySentence.get(place.sentence) ?? new Map<string, Place & { score: number }>();
      bySentence.set(place.sentence, found.set(`${place.from}-${place.to}`, { ...place, score: passage.score }));
    }
  }
  return [...bySentence].flatMap(([index, found]) => {
    const sentence = sentences[index];
    if (sentence === undefined) return [];
    const terms = [...found.values()]
      .sort((a, b) => a.from - b.from)
      .map(({ from, to, score }) => ({ from, to, weight: score / found.size }));
    const score = terms.reduce((sum, { weight }) => sum + weight, 0);
    const { from, to, place } = sentence;
    return [{ from, to, place, score: Math.max(-1, Math.min(1, score)), confidence, terms }];
  });
}

/** Where a passage stands, cut at the borders of sentences. */
function placesOf(
  words: string,
  text: string,
  sentences: ScoringCase['sentences'],
  spoken: ReadonlySet<number>,
): Place[] {
  let first: Place[] = [];
  // Whoever names a word that stands a hundred times over shows nothing by it: looking further is not worth the time.
  let tries = 20;
  for (let at = text.indexOf(words); at >= 0 && tries > 0; at = text.indexOf(words, at + 1), tries--) {
    const places = cutAtSentences(at, at + words.length, sentences);
    if (places.some(({ sentence }) => spoken.has(sentence))) return places;
    if (first.length === 0) first = places;
  }
  return first;
}

function cutAtSentences(from: number, to: number, sentences: ScoringCase['sentences']): Place[] {
  const places: Place[] = [];
  for (let index = firstEndingAfter(from, sentences); index < sentences.length; index++) {
    const sentence = sentences[index];
    if (sentence === undefined || sentence.from >= to) break;
    places.push({ from: Math.max(from, sentence.from), to: Math.min(to, sentence.to), sentence: index });
  }
  return places;
}

function firstEndingAfter(offset: number, sentences: ScoringCase['sentences']): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
