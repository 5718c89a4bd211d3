import { CharacterClass, characterClasses, isWordUnit } from '../folding/character-classes.js';

/** What must hold at the edges of a name before it counts as found. */
export interface EdgeRules {
  /** Units of the name when it is all Han, else 0: names of one or two need the segmenter's consent. */
  hanLength: number;
  /** "LLM" also finds "LLMs". */
  plural: boolean;
}

export function hanLengthOf(key: string): number {
  for (let i = 0; i < key.length; i += 1) {
    if (characterClasses[key.charCodeAt(i)] !== CharacterClass.Han) return 0;
  }
  return key.length;
}

function isDigit(code: number): boolean {
  return characterClasses[code] === CharacterClass.Digit;
}

function wordEndsAt(folded: string, at: number): boolean {
  const last = folded.charCodeAt(at - 1);
  const next = folded.charCodeAt(at);
  if (!isWordUnit(last)) return true;
  if (at < folded.length && isWordUnit(next)) return false;
  // "GPT-4" is not in "GPT-4.5", nor "360" in "360,000".
  return !(isDigit(last) && (next === 46 || next === 44) && isDigit(folded.charCodeAt(at + 1)));
}

function wordStartsAt(folded: string, at: number): boolean {
  const first = folded.charCodeAt(at);
  const before = folded.charCodeAt(at - 1);
  if (at === 0 || !isWordUnit(first)) return true;
  if (isWordUnit(before)) return false;
  return !(isDigit(first) && (before === 46 || before === 44) && isDigit(folded.charCodeAt(at - 2)));
}

/**
 * End of a name found at `[from, to)` of a folded text, or −1 when it is part of a longer word.
 * @param wordBounds 1 where the segmenter starts a word; length of the text plus one
 */
export function nameEnd(folded: string, from: number, to: number, rules: EdgeRules, wordBounds: Uint8Array): number {
  if (!wordStartsAt(folded, from)) return -1;
  if (rules.hanLength > 0 && rules.hanLength <= 2 && (wordBounds[from] !== 1 || wordBounds[to] !== 1)) return -1;
  if (wordEndsAt(folded, to)) return to;
  if (rules.plural && (folded.charCodeAt(to) | 32) === 115 && wordEndsAt(folded, to + 1)) return to + 1;
  return -1;
}
