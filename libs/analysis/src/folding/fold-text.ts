import { characterClasses, CharacterClass, isHan } from './character-classes.js';
import type { HanSimplification } from './han-simplification.js';
import { characterReferenceAt, tagAt } from './html-residue.js';

/**
 * A view of a text in which names and words can be found: half width, simplified Han, no markup, no invisible
 * characters, single spaces. Folded unit `i` stands for `[start[i], end[i])` of the text itself, which is never changed.
 */
export interface FoldedText {
  text: string;
  start: Int32Array;
  end: Int32Array;
}

const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];
const decoder = new TextDecoder('utf-16le');

/** Collects folded units with the places they stand for; grows, since a phrase may fold to a longer one. */
class FoldedUnits {
  units: Uint16Array;
  start: Int32Array;
  end: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
  }

  push(unit: number, start: number, end: number): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.start[this.length] = start;
    this.end[this.length] = end;
    this.length += 1;
  }

  /** Units of `replacement` stand for `[at, at + length)`, shared out evenly so that spans stay inside. */
  pushAll(replacement: string, at: number, length: number): void {
    for (let i = 0; i < replacement.length; i += 1) {
      const start = at + Math.floor((i * length) / replacement.length);
      const end = Math.max(start + 1, at + Math.ceil(((i + 1) * length) / replacement.length));
      this.push(replacement.charCodeAt(i), start, i === replacement.length - 1 ? at + length : end);
    }
  }

  finish(): FoldedText {
    return {
      text: decoder.decode(this.units.subarray(0, this.length)),
      start: this.start.subarray(0, this.length),
      end: this.end.subarray(0, this.length),
    };
  }

  private grow(): void {
    const capacity = this.units.length * 2 + 16;
    const units = new Uint16Array(capacity);
    units.set(this.units);
    const start = new Int32Array(capacity);
    start.set(this.start);
    const end = new Int32Array(capacity);
    end.set(this.end);
    [this.units, this.start, this.end] = [units, start, end];
  }
}

/** Half-width form of a unit, and one form for each family of dashes, dots and apostrophes that writers mix. */
function narrow(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (code === 0x2010 || code === 0x2011 || code === 0x2212 || code === 0xfe63) return 0x2d;
  // Middle dots of translated names: • ‧ ∙ ⋅ ・ and the half-width katakana dot.
  if (code === 0x2022 || code === 0x2027 || code === 0x2219 || code === 0x22c5 || code === 0x30fb || code === 0xff65)
    return 0xb7;
  return code;
}

/**
 * Folds a text of well-formed UTF-16. Linear in its length; `start` never decreases, and every span lies in the text.
 * Line breaks stay (one unit each), other white space becomes a single space.
 */
export function foldText(text: string, simplification: HanSimplification): FoldedText {
  const out = new FoldedUnits(text.length + 8);
  const { characters, phrases, phraseStarts } = simplification;
  let previous = 10;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const kind = characterClasses[code];
    if (kind === CharacterClass.Han) {
      const phrase =
        phraseStarts[code] !== 1 ? undefined : phrases.get(code)?.find(([source]) => text.startsWith(source, i));
      if (phrase) {
        out.pushAll(phrase[1], i, phrase[0].length);
        i += phrase[0].length - 1;
      } else {
        out.push(characters[code] ?? code, i, i + 1);
      }
      previous = code;
      continue;
    }
    if (kind === CharacterClass.Ignorable) continue;
    if (kind === CharacterClass.Space) {
      if (previous !== 32 && previous !== 10 && !isStraySpace(text, i)) {
        out.push(32, i, i + 1);
        previous = 32;
      }
      continue;
    }
    if (kind === CharacterClass.LineBreak) {
      out.push(10, i, i + 1);
      previous = 10;
      continue;
    }
    const residue = code === 60 ? tagAt(text, i) : code === 38 ? characterReferenceAt(text, i) : null;
    if (residue) {
      if (residue.replacement !== ' ' || (previous !== 32 && previous !== 10)) {
        out.pushAll(residue.replacement, i, residue.length);
        if (residue.replacement !== '') previous = residue.replacement.charCodeAt(residue.replacement.length - 1);
      }
      i += residue.length - 1;
      continue;
    }
    if (code >= 0xfb00 && code <= 0xfb06) out.pushAll(LIGATURES[code - 0xfb00] ?? '', i, 1);
    else out.push(isApostrophe(text, code, i) ? 39 : narrow(code), i, i + 1);
    previous = code;
  }
  return out.finish();
}

/** Optical recognition sets spaces between single Han characters (人 工 智 能); a space between two words is kept. */
function isStraySpace(text: string, at: number): boolean {
  if (!isHan(text.charCodeAt(at - 1)) || !isHan(text.charCodeAt(at + 1))) return false;
  return !isHan(text.charCodeAt(at - 2)) && !isHan(text.charCodeAt(at + 2));
}

/** ’ and ‘ between two Latin letters is an apostrophe, not a quotation mark. */
function isApostrophe(text: string, code: number, at: number): boolean {
  if (code !== 0x2019 && code !== 0x2018 && code !== 0xff07 && code !== 0x02bc) return false;
  const before = characterClasses[text.charCodeAt(at - 1)];
  const after = characterClasses[text.charCodeAt(at + 1)];
  return before === CharacterClass.Latin && after === CharacterClass.Latin;
}
