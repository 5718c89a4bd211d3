import type { Sentence } from '../document/annotated-document.js';
import type { CharTrie } from '../lexicon/char-trie.js';
import type { CompiledTerm } from '../lexicon/compiled-term.js';
import type { TermMatch } from './find-terms.js';

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

/** True when `[start, end)` as a whole is a term with a valence. */
function isPolarWord(text: string, start: number, end: number, terms: CharTrie<CompiledTerm>): boolean {
  let node = terms.root(text.charCodeAt(start));
  for (let at = start + 1; node !== 0 && at < end; at++) node = terms.next(node, text.charCodeAt(at));
  return node !== 0 && start < end && (terms.valueAt(node)?.valence ?? 0) !== 0;
}

/**
 * Longest term that starts at `start` inside word `first`. It must sit on word borders: on both when it is short or
 * crosses one, on one when it is longer.
 */
function longestAt(
  sentence: Sentence,
  text: string,
  terms: CharTrie<CompiledTerm>,
  first: number,
  start: number,
): TermMatch | undefined {
  const { tokens, from: base } = sentence;
  let node = terms.root(text.charCodeAt(start - base));
  if (node === 0) return undefined;
  if (
    terms.valueAt(node) === undefined &&
    !terms.mayOpen(text.charCodeAt(start - base), text.charCodeAt(start - base + 1))
  )
    return undefined;
  const startsWord = tokens[first]?.from === start;
  const wordEnd = tokens[first]?.to ?? start;
  let best: TermMatch | undefined;
  let last = first + 1;
  for (let end = start + 1; node !== 0; end++) {
    const term = terms.valueAt(node);
    if (term !== undefined) {
      while (last < tokens.length && (tokens[last]?.from ?? end) < end) last++;
      const length = end - start;
      const borders = Number(startsWord) + Number(tokens[last - 1]?.to === end);
      const needed = length === 1 || (length === 2 && end > wordEnd) ? 2 : 1;
      // 不 in 不可靠: the segmenter may leave a negator glued to the word that it turns round.
      const glued = length === 1 && startsWord && term.modifier === 'negator' && wordEnd - start <= 3;
      if (borders >= needed || length >= 4 || (glued && isPolarWord(text, end - base, wordEnd - base, terms))) {
        best = { term, first, last, from: start, to: end };
      }
    }
    if (end - base >= text.length) break;
    node = terms.next(node, text.charCodeAt(end - base));
  }
  return best;
}

/**
 * Chinese terms are matched over characters, because a segmenter cuts fixed phrases (低于预期) into pieces and glues
 * others together.
 */
export function findChineseTerms(sentence: Sentence, source: string, terms: CharTrie<CompiledTerm>): TermMatch[] {
  const { tokens } = sentence;
  const text = foldedSentence(sentence, source);
  const matches: TermMatch[] = [];
  let taken = sentence.from;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'punctuation') continue;
    for (let start = Math.max(token.from, taken); start < token.to; start++) {
      const match = longestAt(sentence, text, terms, index, start);
      if (match === undefined) continue;
      matches.push(match);
      taken = match.to;
      start = match.to - 1;
    }
  }
  return matches;
}
