import type { Sentence } from '../document/annotated-document.js';
import type { CompiledLexicons } from '../lexicon/compile-lexicons.js';
import type { CompiledTerm } from '../lexicon/compiled-term.js';

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

/**
 * Chinese words are matched over characters, because a segmenter cuts fixed phrases (低于预期) into pieces and glues
 * others together. A match must sit on word borders: both when it is short or crosses a border, one when it is longer.
 */
function findChineseTerms(sentence: Sentence, source: string, lexicons: CompiledLexicons): TermMatch[] {
  const { tokens } = sentence;
  const text = foldedSentence(sentence, source);
  const matches: TermMatch[] = [];
  let taken = sentence.from;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'punctuation') continue;
    for (let start = Math.max(token.from, taken); start < token.to; start++) {
      const match = longestChineseMatch(sentence, text, lexicons, index, start);
      if (match === undefined) continue;
      matches.push(match);
      taken = match.to;
      start = match.to - 1;
    }
  }
  return matches;
}

/**
 * The sentence with its folded words (half width, simplified) in place, where folding kept their length. Only the
 * sentence is built: building the whole text for each sentence would cost the square of its length.
 */
function foldedSentence(sentence: Sentence, text: string): string {
  let result = '';
  let at = sentence.from;
  for (const token of sentence.tokens) {
    if (token.norm === token.text || token.norm.length !== token.text.length) continue;
    result += text.slice(at, token.from) + token.norm;
    at = token.to;
  }
  return result + text.slice(at, sentence.to);
}

function longestChineseMatch(
  sentence: Sentence,
  text: string,
  lexicons: CompiledLexicons,
  first: number,
  start: number,
): TermMatch | undefined {
  const { tokens } = sentence;
  const startsToken = tokens[first]?.from === start;
  const ownEnd = tokens[first]?.to ?? start;
  let best: TermMatch | undefined;
  const base = sentence.from;
  lexicons.zh.matchesAt(text, start - base, text.length, (matchEnd, term) => {
    const end = matchEnd + base;
    let last = first + 1;
    while (last < tokens.length && (tokens[last]?.from ?? end) < end) last++;
    const endsToken = tokens[last - 1]?.to === end;
    const length = end - start;
    const crosses = end > ownEnd;
    const aligned = Number(startsToken) + Number(endsToken);
    const needed = length === 1 || (length === 2 && crosses) ? 2 : 1;
    const prefixNegator = length === 1 && startsToken && term.modifier === 'negator' && ownEnd - start <= 3;
    if (aligned >= needed || length >= 4) best = { term, first, last, from: start, to: end };
    else if (prefixNegator && restIsTerm(text, end - base, ownEnd - base, lexicons))
      best = { term, first, last, from: start, to: end };
  });
  return best;
}

/** 不 in 不可靠: the segmenter may leave a negator glued to the word that it turns round. */
function restIsTerm(text: string, start: number, end: number, lexicons: CompiledLexicons): boolean {
  let whole = false;
  lexicons.zh.matchesAt(text, start, end, (to, term) => {
    if (to === end && term.valence !== 0) whole = true;
  });
  return whole;
}

/** All lexicon terms of a sentence, longest first at each place, without overlaps, in order. */
export function findTerms(sentence: Sentence, text: string, lexicons: CompiledLexicons): TermMatch[] {
  return sentence.lang === 'zh' || sentence.lang === 'ja'
    ? findChineseTerms(sentence, text, lexicons)
    : findEnglishTerms(sentence, lexicons);
}
