/** What a UTF-16 code unit is good for when words and names are looked for. */
export const enum CharacterClass {
  Other = 0,
  Han = 1,
  Latin = 2,
  Digit = 3,
  Space = 4,
  /** Invisible: zero-width, bidi marks, soft hyphens, variation selectors. Dropped from the folded view. */
  Ignorable = 5,
  Kana = 6,
  Hangul = 7,
  /** Letters of other alphabets (Cyrillic, Greek, Arabic …). */
  Letter = 8,
  LineBreak = 9,
  /** Combining marks stay with the letter before them. */
  Mark = 10,
}

const UNITS = 0x10000;
const ignorable = /[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/;
const han = /[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
const kana = /[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]/;
const hangul = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/;

function classify(code: number): CharacterClass {
  const character = String.fromCharCode(code);
  if (code === 10 || code === 0x2028 || code === 0x2029 || code === 0x0b || code === 0x0c)
    return CharacterClass.LineBreak;
  if (ignorable.test(character)) return CharacterClass.Ignorable;
  if (code < 33 || (code >= 0x7f && code < 0xa1) || /\s/.test(character)) return CharacterClass.Space;
  if (code >= 48 && code <= 57) return CharacterClass.Digit;
  if (han.test(character)) return CharacterClass.Han;
  if (kana.test(character)) return CharacterClass.Kana;
  if (hangul.test(character)) return CharacterClass.Hangul;
  if (/\p{Script=Latin}/u.test(character)) return CharacterClass.Latin;
  if (code >= 0xd800 && code <= 0xdfff) return CharacterClass.Other;
  if (/\p{M}/u.test(character)) return CharacterClass.Mark;
  return /\p{L}/u.test(character) ? CharacterClass.Letter : CharacterClass.Other;
}

function tabulate(): Uint8Array {
  const classes = new Uint8Array(UNITS);
  for (let code = 0; code < UNITS; code += 1) classes[code] = classify(code);
  return classes;
}

/** Class of each UTF-16 code unit, by code. */
export const characterClasses: Uint8Array = tabulate();

/** Lower-case form of a code unit without its accent, where both are one code unit; otherwise the unit itself. */
export const looseLetters: Uint16Array = Uint16Array.from({ length: UNITS }, (_, code) => {
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  if (lower.length !== 1) return code;
  if (characterClasses[code] !== CharacterClass.Latin) return lower.charCodeAt(0);
  const base = lower.normalize('NFD').charCodeAt(0);
  return Number.isNaN(base) ? code : base;
});

/** Whether a word may go on across this unit: letters, digits and marks of scripts that separate words by spaces. */
export function isWordUnit(code: number): boolean {
  const kind = characterClasses[code];
  return (
    kind === CharacterClass.Latin ||
    kind === CharacterClass.Digit ||
    kind === CharacterClass.Letter ||
    kind === CharacterClass.Mark
  );
}

export function isHan(code: number): boolean {
  return characterClasses[code] === CharacterClass.Han;
}
