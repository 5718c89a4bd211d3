import type { Span } from '@timbre/contracts';
import { isHan } from '../folding/character-classes.js';
import type { SentenceRange } from './sentences.js';
import type { FoldedToken } from './tokens.js';

/**
 * Cuts and joins tokens so that no token crosses the edge of a name, and the Han part of a name is one token.
 * Latin names keep their words ("Mira", "Murati"), since rules count words.
 */
export function alignTokens(
  text: string,
  ranges: readonly SentenceRange[],
  cut: readonly FoldedToken[][],
  names: readonly Span[],
): FoldedToken[][] {
  let next = 0;
  return ranges.map((range, index) => {
    const tokens = cut[index] ?? [];
    while (next < names.length && (names[next]?.to ?? 0) <= range.from) next += 1;
    let last = next;
    while (last < names.length && (names[last]?.from ?? 0) < range.to) last += 1;
    return last === next ? tokens : alignSentence(text, tokens, names.slice(next, last));
  });
}

function alignSentence(text: string, tokens: readonly FoldedToken[], names: readonly Span[]): FoldedToken[] {
  const out: FoldedToken[] = [];
  let n = 0;
  for (const token of tokens) {
    let from = token.from;
    while (from < token.to) {
      while (n < names.length && (names[n]?.to ?? 0) <= from) n += 1;
      const name = names[n];
      let to = token.to;
      if (name && name.from > from) to = Math.min(to, name.from);
      else if (name && name.to > from) to = Math.min(to, name.to);
      const previous = out[out.length - 1];
      const joins = name !== undefined && name.from < from && previous !== undefined && previous.from >= name.from;
      if (joins && previous.to === from && isHan(text.charCodeAt(from)) && isHan(text.charCodeAt(from - 1))) {
        previous.to = to;
      } else {
        out.push(
          to === token.to && from === token.from
            ? { ...token }
            : { from, to, kind: pieceKind(text, from, to, token.kind) },
        );
      }
      from = to;
    }
  }
  return out;
}

/** A word that a name was cut out of leaves pieces such as "-backed" or "'s"; a piece without a letter is punctuation. */
function pieceKind(text: string, from: number, to: number, kind: FoldedToken['kind']): FoldedToken['kind'] {
  if (kind !== 'word') return kind;
  return /[\p{L}\p{N}]/u.test(text.slice(from, to)) ? 'word' : 'punctuation';
}
