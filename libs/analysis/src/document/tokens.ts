import { CharacterClass, characterClasses, isWordUnit } from '../folding/character-classes.js';
import type { FoldedText } from '../folding/fold-text.js';
import type { Token } from './annotated-document.js';

/** Cuts a run of Han characters into words that, put together, are the run. */
export interface WordSegmenter {
  cut(text: string): string[];
}

/** A token of the folded text, before it is mapped to the text itself. */
export interface FoldedToken {
  from: number;
  to: number;
  kind: Token['kind'];
}

const CONTRACTION = /(n't|'(?:ll|re|ve|d|m))$/i;
const EXPANSIONS: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'ll": 'will',
  "'re": 'are',
  "'ve": 'have',
  "'d": 'would',
  "'m": 'am',
};
const STEMS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'be' };
const ADDRESS = /(?:https?:\/\/|www\.)[^\s\u3000-\u303f\u4e00-\u9fff"'<>()[\]{}“”‘’]{1,2000}/y;

/** End of the address that starts at `at` of a folded text, or −1. */
export function addressEnd(text: string, at: number): number {
  const code = text.charCodeAt(at) | 32;
  if (code !== 104 && code !== 119) return -1;
  ADDRESS.lastIndex = at;
  const match = ADDRESS.exec(text);
  if (!match) return -1;
  return at + match[0].replace(/[.,;:!?]+$/, '').length;
}

/** End of the word that starts at `at`: letters and digits, with inner apostrophes, hyphens, and stops of initials. */
function wordEnd(text: string, at: number, to: number): number {
  let i = at;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (isWordUnit(code)) {
      i += 1;
      continue;
    }
    const next = i + 1 < to ? text.charCodeAt(i + 1) : 0;
    if ((code === 39 || code === 45 || code === 0xb7 || code === 38) && isWordUnit(next)) {
      i += 2;
      continue;
    }
    // U.S. and e.g.: single letters with stops are one word; a stop after the last belongs to it when another preceded.
    if (code === 46 && isInitial(text, at, i) && (isWordUnit(next) || text.charCodeAt(i - 2) === 46)) {
      i += 1;
      continue;
    }
    break;
  }
  return i;
}

function isInitial(text: string, wordFrom: number, stop: number): boolean {
  const start = stop - 1;
  if (start < wordFrom || characterClasses[text.charCodeAt(start)] !== CharacterClass.Latin) return false;
  return start === wordFrom || text.charCodeAt(start - 1) === 46;
}

/** End of the number that starts at `at`: digits with separators, then a per-cent sign or letters stuck to it (720p, 10x). */
function numberEnd(text: string, at: number, to: number): { end: number; plain: boolean } {
  let i = at;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (characterClasses[code] === CharacterClass.Digit) i += 1;
    else if (
      (code === 46 || code === 44) &&
      characterClasses[text.charCodeAt(i + 1)] === CharacterClass.Digit &&
      i + 1 < to
    )
      i += 2;
    else break;
  }
  if (i < to && (text.charCodeAt(i) === 37 || text.charCodeAt(i) === 0x2030)) return { end: i + 1, plain: true };
  const letters = i;
  while (i < to && isWordUnit(text.charCodeAt(i))) i += 1;
  return { end: i, plain: i === letters };
}

/** Cuts `[from, to)` of a folded text. Han runs are collected in `hanRuns` and segmented later in one call. */
export function tokenize(
  text: string,
  from: number,
  to: number,
  out: FoldedToken[],
  segmentHan: (from: number, to: number) => void,
): void {
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    const kind = characterClasses[code];
    let end = i + 1;
    switch (kind) {
      case CharacterClass.Space:
      case CharacterClass.LineBreak:
      case CharacterClass.Ignorable:
        i = end;
        continue;
      case CharacterClass.Han:
        while (end < to && characterClasses[text.charCodeAt(end)] === CharacterClass.Han) end += 1;
        segmentHan(i, end);
        break;
      case CharacterClass.Kana:
      case CharacterClass.Hangul:
        while (end < to && characterClasses[text.charCodeAt(end)] === kind) end += 1;
        out.push({ from: i, to: end, kind: 'word' });
        break;
      case CharacterClass.Digit: {
        const number = numberEnd(text, i, to);
        end = number.end;
        out.push({ from: i, to: end, kind: number.plain ? 'number' : 'word' });
        break;
      }
      case CharacterClass.Latin:
      case CharacterClass.Letter:
      case CharacterClass.Mark: {
        const address = addressEnd(text, i);
        end = address > 0 ? Math.min(address, to) : wordEnd(text, i, to);
        pushWord(text, i, end, address > 0, out);
        break;
      }
      default:
        if (code >= 0xd800 && code <= 0xdbff && end < to) {
          end += 1;
          out.push({ from: i, to: end, kind: 'symbol' });
        } else {
          while (end < to && text.charCodeAt(end) === code) end += 1;
          out.push({ from: i, to: end, kind: isSymbol(text.charAt(i)) ? 'symbol' : 'punctuation' });
        }
    }
    i = end;
  }
}

function pushWord(text: string, from: number, to: number, address: boolean, out: FoldedToken[]): void {
  const contraction = address || to - from < 3 ? null : CONTRACTION.exec(text.slice(Math.max(from, to - 3), to));
  const split = contraction ? to - contraction[0].length : to;
  if (split > from && split < to) {
    out.push({ from, to: split, kind: 'word' }, { from: split, to, kind: 'word' });
  } else {
    out.push({ from, to, kind: address ? 'symbol' : 'word' });
  }
}

function isSymbol(character: string): boolean {
  return '$€£¥￥%+=<>^|~`#@*&°©®™'.includes(character) || /\p{S}/u.test(character);
}

/** Form under which a word is looked up: lower case, contractions spelt out, without possessive ’s. */
function normalForm(folded: string, nextFolded?: string): string {
  const first = folded.charCodeAt(0);
  if (first >= 0x2e80) return folded;
  const lower = folded.toLowerCase();
  if (Object.hasOwn(EXPANSIONS, lower)) return EXPANSIONS[lower] ?? lower;
  if (nextFolded !== undefined && nextFolded.toLowerCase() === "n't" && Object.hasOwn(STEMS, lower))
    return STEMS[lower] ?? lower;
  if (lower.length > 2 && lower.endsWith("'s")) return lower.slice(0, -2);
  return lower.endsWith("s'") ? lower.slice(0, -1) : lower;
}

/** Maps folded tokens to tokens of the text itself. */
export function mapTokens(text: string, folded: FoldedText, cut: readonly FoldedToken[]): Token[] {
  const tokens = new Array<Token>(cut.length);
  for (let i = 0; i < cut.length; i += 1) {
    const token = cut[i];
    if (!token) continue;
    const from = folded.start[token.from] ?? 0;
    const to = folded.end[token.to - 1] ?? from;
    const words = folded.text.slice(token.from, token.to);
    // Only Latin words need a look at the next token: most tokens of Chinese text are ready as they are.
    const norm = words.charCodeAt(0) >= 0x2e80 ? words : normalForm(words, contractionAfter(folded.text, cut, i));
    tokens[i] = { from, to, text: text.slice(from, to), norm, kind: token.kind };
  }
  return tokens;
}

function contractionAfter(text: string, cut: readonly FoldedToken[], index: number): string | undefined {
  const next = cut[index + 1];
  if (next?.kind !== 'word' || next.to - next.from !== 3 || next.from !== cut[index]?.to) return undefined;
  return text.slice(next.from, next.to);
}
