/** A lexeme and its place; phrases are consecutive places. */
export interface SearchTerm {
  lexeme: string;
  position: number;
}

/** Longer words are cut: PostgreSQL refuses lexemes over 2 KB, and nobody types them. */
const longestWord = 100;

const otherLetter = /[\p{L}\p{N}]/u;

/** Han, kana and Hangul, the scripts that are written without spaces or read by syllable. */
export function isCjk(codePoint: number): boolean {
  if (codePoint < 0x3005) return codePoint >= 0x1100 && codePoint <= 0x11ff;
  return (
    codePoint <= 0x3007 ||
    (codePoint >= 0x3041 && codePoint <= 0x318e) ||
    (codePoint >= 0x31a0 && codePoint <= 0x31ff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff)
  );
}

function isWordCharacter(codePoint: number): boolean {
  if (codePoint < 0x80) return (codePoint >= 0x61 && codePoint <= 0x7a) || (codePoint >= 0x30 && codePoint <= 0x39);
  return otherLetter.test(String.fromCodePoint(codePoint));
}

/**
 * Cuts text the way Lucene's CJK analyser does: words in alphabetic scripts, overlapping pairs of characters in
 * CJK. Each run of CJK also yields its last character alone, so that a single character can be found as a prefix.
 * One pass over the text, because every article goes through it.
 *
 * @param start - position of the first term.
 * @param most - stops after this many terms.
 * @example searchTerms('GPT 模型', 1, 10) // gpt@1 模型@2 型@3
 */
export function searchTerms(text: string, start: number, most: number): SearchTerm[] {
  const terms: SearchTerm[] = [];
  const add = (lexeme: string): void => void terms.push({ lexeme, position: start + terms.length });
  const folded = text.normalize('NFKC').toLowerCase();
  let wordFrom = -1;
  let lastCjk = '';
  for (let at = 0; at < folded.length && terms.length < most;) {
    const codePoint = folded.codePointAt(at) ?? 0;
    const width = codePoint > 0xffff ? 2 : 1;
    const cjk = isCjk(codePoint);
    const word = !cjk && isWordCharacter(codePoint);
    if (!word && wordFrom >= 0) {
      add(folded.slice(wordFrom, Math.min(at, wordFrom + longestWord)).toWellFormed());
      wordFrom = -1;
    }
    if (cjk) {
      const character = folded.slice(at, at + width);
      if (lastCjk !== '') add(lastCjk + character);
      lastCjk = character;
    } else if (lastCjk !== '') {
      add(lastCjk);
      lastCjk = '';
    }
    if (word && wordFrom < 0) wordFrom = at;
    at += width;
  }
  if (wordFrom >= 0) add(folded.slice(wordFrom, wordFrom + longestWord).toWellFormed());
  if (lastCjk !== '') add(lastCjk);
  return terms.length > most ? terms.slice(0, most) : terms;
}
