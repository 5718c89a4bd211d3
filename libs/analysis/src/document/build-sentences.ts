import type { FoldedText } from '../folding/fold-text.js';
import type { Sentence } from './annotated-document.js';
import { splitClauses } from './clauses.js';
import type { ComposedText } from './compose-text.js';
import { sentenceLanguage, type LanguageDetector } from './language.js';
import { sentencePlaces } from './sentence-places.js';
import type { SentenceRange } from './sentences.js';
import { mapTokens, type FoldedToken } from './tokens.js';

/** Sentences of the text itself from the ranges and tokens of its folded view. */
export function buildSentences(
  composed: ComposedText,
  folded: FoldedText,
  ranges: readonly SentenceRange[],
  cut: readonly (readonly FoldedToken[])[],
  lang: string,
  detect: LanguageDetector,
): Sentence[] {
  const spans = ranges.map((range) => ({
    from: folded.start[range.from] ?? 0,
    to: folded.end[range.to - 1] ?? 0,
    paragraph: range.paragraph,
  }));
  const places = sentencePlaces(spans, composed.titleTo, composed.text);
  return ranges.map((range, index) => {
    const { from, to, paragraph } = spans[index] ?? { from: 0, to: 0, paragraph: 0 };
    const own = sentenceLanguage(folded.text, range.from, range.to, lang, detect);
    const tokens = mapTokens(composed.text, folded, cut[index] ?? []);
    return {
      from,
      to,
      paragraph,
      index,
      place: places[index] ?? 'body',
      lang: own,
      tokens,
      clauses: splitClauses(tokens, own),
    };
  });
}
