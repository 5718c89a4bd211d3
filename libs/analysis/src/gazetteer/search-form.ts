import { CharacterClass, characterClasses, looseLetters } from '../folding/character-classes.js';

/** Stands for any run of spaces, hyphens and dots between two Latin words: "GPT-4", "GPT 4" and "GPT‑4" are one name. */
const SEPARATOR = 32;

function isSeparator(code: number): boolean {
  return code === 32 || code === 45 || code === 0xb7 || code === 0x2013 || code === 95 || code === 10;
}

/** Scripts written without spaces: a separator next to them carries no meaning (OCR, scrapers, "360 公司"). */
function isUnspaced(code: number): boolean {
  const kind = characterClasses[code];
  return kind === CharacterClass.Han || kind === CharacterClass.Kana;
}

/** The units under which names are searched, and for each the folded unit it comes from. */
export interface SearchForm {
  units: Uint16Array;
  /** Index into the folded text. */
  origin: Int32Array;
  length: number;
}

/**
 * Lower-cased, accent-free units with separators unified and dropped next to Han characters. A blank line stops every
 * name. Linear.
 */
export function searchForm(folded: string): SearchForm {
  const units = new Uint16Array(folded.length);
  const origin = new Int32Array(folded.length);
  let length = 0;
  let previous = 10;
  for (let i = 0; i < folded.length; i += 1) {
    const code = folded.charCodeAt(i);
    if (!isSeparator(code)) {
      units[length] = looseLetters[code] ?? code;
      origin[length] = i;
      length += 1;
      previous = code;
      continue;
    }
    let end = i + 1;
    let breaks = code === 10 ? 1 : 0;
    while (end < folded.length && isSeparator(folded.charCodeAt(end))) {
      if (folded.charCodeAt(end) === 10) breaks += 1;
      end += 1;
    }
    const next = folded.charCodeAt(end);
    const unspaced = isUnspaced(previous) || isUnspaced(next);
    if (breaks > 1 || (breaks === 1 && unspaced)) {
      units[length] = 10;
      origin[length] = i;
      length += 1;
    } else if (!unspaced) {
      units[length] = SEPARATOR;
      origin[length] = i;
      length += 1;
    }
    previous = breaks > 0 ? 10 : code;
    i = end - 1;
  }
  return { units, origin, length };
}

/** Search form of a name as a string, without separators at its ends. */
export function searchKey(foldedName: string): string {
  const form = searchForm(foldedName.trim());
  let key = '';
  for (let i = 0; i < form.length; i += 1) key += String.fromCharCode(form.units[i] ?? 0);
  return key.trim();
}
