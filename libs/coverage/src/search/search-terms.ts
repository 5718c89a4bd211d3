/** A lexeme and its place; phrases are consecutive places. */
export interface SearchTerm {
  lexeme: string;
  position: number;
}

const wordOrHan = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{N}]+/gu;
const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Longer words are cut: PostgreSQL refuses lexemes over 2 KB, and nobody types them. */
const longestWord = 100;

/**
 * Cuts text the way Lucene's CJK analyser does: words in alphabetic scripts, overlapping pairs of characters in
 * CJK. Each run of CJK also yields its last character alone, so that a single character can be found as a prefix.
 *
 * @param start - position of the first term.
 * @param most - stops after this many terms.
 * @example searchTerms('GPT 模型', 1, 10) // gpt@1 模型@2 型@3
 */
export function searchTerms(text: string, start: number, most: number): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let position = start;
  for (const { 0: run } of text.normalize('NFKC').toLowerCase().matchAll(wordOrHan)) {
    for (const part of splitScripts(run)) {
      if (!cjk.test(part)) {
        terms.push({ lexeme: part.slice(0, longestWord), position });
        position += 1;
      } else {
        const characters = [...part];
        for (let i = 0; i < characters.length; i += 1) {
          terms.push({ lexeme: `${characters[i]}${characters[i + 1] ?? ''}`, position });
          position += 1;
          if (terms.length >= most) return terms;
        }
      }
    }
    if (terms.length >= most) return terms;
  }
  return terms;
}

/** `\p{L}` also matches CJK letters, so a run that begins with Latin may go on in Chinese: "ai模型". */
function splitScripts(run: string): string[] {
  const parts: string[] = [];
  let current = '';
  let currentIsCjk: boolean | null = null;
  for (const character of run) {
    const isCjk = cjk.test(character);
    if (currentIsCjk !== null && isCjk !== currentIsCjk) {
      parts.push(current);
      current = '';
    }
    current += character;
    currentIsCjk = isCjk;
  }
  if (current !== '') parts.push(current);
  return parts;
}
