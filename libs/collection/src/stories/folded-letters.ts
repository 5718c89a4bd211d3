import * as preset from 'opencc-js/preset/t2cn';

const BMP = 0x10000;
const LETTER = /[\p{L}\p{N}]/u;
const MARKS = /\p{M}+/gu;
/** Code units where Han, kana and Hangul live: each such letter counts as a word of its own. */
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

interface LetterTable {
  /** Folded code unit by code unit; 0 where the unit separates words. */
  folded: Uint16Array;
  /** 1 for letters of scripts that do not space their words. */
  ideographic: Uint8Array;
}

let table: LetterTable | undefined;

/**
 * How letters compare across copies of a text: case, width, accents and the Chinese variant are folded, everything
 * that is neither letter nor digit separates. Made once (30 ms), then one look-up per code unit.
 */
export function letterTable(): LetterTable {
  table ??= build();
  return table;
}

function build(): LetterTable {
  const simplified = simplifications();
  const folded = new Uint16Array(BMP);
  const ideographic = new Uint8Array(BMP);
  for (let unit = 0; unit < BMP; unit += 1) {
    // Halves of letters beyond the basic plane count as letters as they are.
    if (unit >= 0xd800 && unit <= 0xdfff) {
      folded[unit] = unit;
      ideographic[unit] = 1;
      continue;
    }
    const letter = foldLetter(String.fromCharCode(unit));
    if (letter === '') continue;
    folded[unit] = (simplified.get(letter) ?? letter).charCodeAt(0);
    if (IDEOGRAPHIC.test(letter)) ideographic[unit] = 1;
  }
  return { folded, ideographic };
}

/** First letter of the compatibility form, in lower case, without marks; empty when there is none. */
function foldLetter(character: string): string {
  const plain = character.normalize('NFKD').replace(MARKS, '').toLowerCase();
  const first = plain.normalize('NFC').charAt(0);
  return LETTER.test(first) ? first : '';
}

/** Simplified form by traditional letter, with the regional variants of Taiwan and Hong Kong. */
function simplifications(): Map<string, string> {
  const simplified = new Map(letterPairs(preset.to['cn']));
  const regional = [...letterPairs(preset.from['hk']), ...letterPairs(preset.from['tw'])];
  for (const [variant, standard] of regional) {
    if (!simplified.has(variant)) simplified.set(variant, simplified.get(standard) ?? standard);
  }
  return simplified;
}

type Dictionary = string | readonly (readonly [string, string])[];

function letterPairs(groups: readonly (readonly Dictionary[])[] | undefined): [string, string][] {
  const pairs: [string, string][] = [];
  for (const dictionary of (groups ?? []).flat()) {
    const rows = typeof dictionary === 'string' ? dictionary.split('|').map((row) => row.split(' ')) : dictionary;
    for (const [from, to] of rows) if (from?.length === 1 && to?.length === 1) pairs.push([from, to]);
  }
  return pairs;
}
