import type { Sentence } from '../document/annotated-document.js';
import type { CompiledLexicons } from '../lexicon/compile-lexicons.js';
import type { CompiledTerm } from '../lexicon/compiled-term.js';
import { findChineseTerms } from './find-chinese-terms.js';

/** A lexicon term in a sentence: token range `[first, last)` and text offsets. */
export interface TermMatch {
  term: CompiledTerm;
  first: number;
  last: number;
  from: number;
  to: number;
}

function findEnglishTerms(sentence: Sentence, lexicons: CompiledLexicons): TermMatch[] {
  const { tokens } = sentence;
  const words = tokens.map((token) => token.norm);
  const matches: TermMatch[] = [];
  for (let at = 0; at < tokens.length;) {
    const match = lexicons.en.longestAt(words, at);
    if (match === undefined) {
      at++;
      continue;
    }
    const last = match.end;
    matches.push({
      term: match.value,
      first: at,
      last,
      from: tokens[at]?.from ?? 0,
      to: tokens[last - 1]?.to ?? 0,
    });
    at = last;
  }
  return matches;
}

/** All lexicon terms of a sentence, longest first at each place, without overlaps, in order. */
export function findTerms(sentence: Sentence, text: string, lexicons: CompiledLexicons): TermMatch[] {
  return sentence.lang === 'zh' || sentence.lang === 'ja'
    ? findChineseTerms(sentence, text, lexicons.zh)
    : findEnglishTerms(sentence, lexicons);
}
