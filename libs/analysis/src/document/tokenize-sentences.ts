import { segmentRuns, type HanRun } from './han-words.js';
import type { SentenceRange } from './sentences.js';
import { tokenize, type FoldedToken, type WordSegmenter } from './tokens.js';

/** Tokens of each sentence, as offsets into the folded text; Han runs of all sentences are segmented together. */
export function tokenizeSentences(
  text: string,
  ranges: readonly SentenceRange[],
  segmenter: WordSegmenter,
): FoldedToken[][] {
  const runs: HanRun[] = [];
  const places: { sentence: number; before: number }[] = [];
  const cut = ranges.map((range, sentence) => {
    const tokens: FoldedToken[] = [];
    tokenize(text, range.from, range.to, tokens, (from, to) => {
      runs.push({ from, to });
      places.push({ sentence, before: tokens.length });
    });
    return tokens;
  });
  if (runs.length === 0) return cut;
  const words = segmentRuns(text, runs, segmenter);
  let run = 0;
  return cut.map((tokens, sentence) => {
    if (places[run]?.sentence !== sentence) return tokens;
    const merged: FoldedToken[] = [];
    let taken = 0;
    while (places[run]?.sentence === sentence) {
      const before = places[run]?.before ?? 0;
      while (taken < before) {
        const token = tokens[taken];
        if (token) merged.push(token);
        taken += 1;
      }
      for (const word of words[run] ?? []) merged.push(word);
      run += 1;
    }
    while (taken < tokens.length) {
      const token = tokens[taken];
      if (token) merged.push(token);
      taken += 1;
    }
    return merged;
  });
}
