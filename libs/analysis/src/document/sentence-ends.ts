import { CharacterClass, characterClasses, isHan } from '../folding/character-classes.js';

/** Words after which a full stop does not end the sentence, in lower case without the stop. */
const TITLES = new Set(
  'mr mrs ms mx dr prof rev hon gen col maj capt lt sgt cmdr adm sen rep gov pres sr jr st mt ft vs etc al no nos vol fig figs eq sec ch pp ed eds dept univ approx est min max misc viz cf ie eg i.e e.g resp incl excl tel ext'.split(
    ' ',
  ),
);
/** Abbreviations that may also end a sentence: a capital after them decides. */
const SOFT = new Set(
  'inc ltd co corp llc plc bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m u.s u.k u.n e.u d.c ph.d m.d b.a m.a'.split(
    ' ',
  ),
);
const STARTERS =
  /^(?:The|A|An|It|He|She|They|We|I|But|And|In|On|At|This|That|These|Those|However|Its|His|Her|There|For|As|If|When|While|After|Before|With|By|So|Yet|Or|Not|No|Our|Their|You|To|From|According|Meanwhile|Still|Some|Many|Last)\b/;

function isLetter(code: number): boolean {
  const kind = characterClasses[code];
  return kind === CharacterClass.Latin || kind === CharacterClass.Letter;
}

function isLower(text: string, at: number): boolean {
  const c = text.charAt(at);
  return c !== c.toUpperCase();
}

/** The run of letters and inner full stops that ends right before `at`, at most 12 units. */
function wordBefore(text: string, at: number): string {
  let from = at;
  while (from > 0 && at - from < 12) {
    const code = text.charCodeAt(from - 1);
    if (!isLetter(code) && code !== 46) break;
    from -= 1;
  }
  return text.slice(from, at);
}

/**
 * Whether the full stop at `at` of a folded text ends a sentence: not in decimals, URLs, initials ("J. K."),
 * abbreviations ("Dr."), list markers ("1.") or ellipses that go on in lower case.
 */
export function fullStopEnds(text: string, at: number, sentenceFrom: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (at + 1 >= text.length || next === 10) return true;
  if (next === 46) return false;
  let after = at + 1;
  while (after < text.length && isCloser(text.charCodeAt(after))) after += 1;
  const following = text.charCodeAt(after);
  if (isHan(following) || isHan(text.charCodeAt(at - 1))) return true;
  if (following !== 32 && following !== 10 && after < text.length) return false;
  let start = after;
  while (start < text.length && (text.charCodeAt(start) === 32 || isOpener(text.charCodeAt(start)))) start += 1;
  const ellipsis = text.charCodeAt(at - 1) === 46;
  if (isLetter(text.charCodeAt(start)) && isLower(text, start)) return false;
  if (ellipsis) return true;
  const word = wordBefore(text, at);
  const lower = word.toLowerCase();
  if (word.length === 1 && word !== 'I' && word !== lower) return false;
  if (TITLES.has(lower)) return false;
  if (SOFT.has(lower) || /^(?:[a-z]\.)+[a-z]$/.test(lower)) return STARTERS.test(text.slice(start, start + 14));
  if (characterClasses[text.charCodeAt(at - 1)] === CharacterClass.Digit) {
    // "1. First point": a number that opens its sentence is a marker, not a sentence.
    let digits = at;
    while (digits > 0 && characterClasses[text.charCodeAt(digits - 1)] === CharacterClass.Digit) digits -= 1;
    let opening = sentenceFrom;
    while (opening < digits && text.charCodeAt(opening) <= 32) opening += 1;
    if (at - digits <= 2 && opening === digits) return false;
  }
  return true;
}

const CLOSERS = new Set([...'”’」』)]}》〉】〗"\''].map((c) => c.charCodeAt(0)));
const OPENERS = new Set([...'“‘「『([{《〈【〖"\''].map((c) => c.charCodeAt(0)));

export function isCloser(code: number): boolean {
  return CLOSERS.has(code);
}

function isOpener(code: number): boolean {
  return OPENERS.has(code);
}
