import { isCommonHan, isCommonHangul } from './common-characters.js';

/**
 * How much a text reads like something people write: the mean merit of its non-ASCII characters, about −3 … 1.
 *
 * Bytes read in the wrong encoding give rare Han characters, capitals inside words, letters of scripts that
 * never meet, and control characters; each of these has a low merit. Text without such characters scores 0.
 */
export function plausibility(text: string): number {
  let sum = 0;
  let count = 0;
  let previous = 0x20;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) {
      sum += merit(code, previous, text.charCodeAt(index + 1) || 0x20, text[index]!);
      count += 1;
    }
    previous = code;
  }
  return count === 0 ? 0 : sum / count;
}

const COMMON_SYMBOLS = new Set('‘’“”–—…•«»€£©®°·→×™№¿¡§');
const CJK_MARKS = new Set('，。、「」『』：；！？《》〈〉【】（）〔〕～・〜　．％');
const WESTERN = new Set('éèêëàâäáãåæçñòóôöõøùúûüíìîïßœÿ');
/** In the place of the Turkish ı, which is far more common. */
const RARE_WESTERN = new Set('ý');
const CENTRAL = new Set('ąćęłńśźżčďěňřšťůžőűăîâșțşţđğıİ');
const COMMON_CYRILLIC = new Set('оеаинтсрвлкмдпуяыьгзбі');
const OTHER_CYRILLIC = new Set('чйхжшюцщэфъёїєґўјљњћџ');
const COMMON_GREEK = new Set('αοιετσνηυρπκμλςάίόέ');
const OTHER_GREEK = new Set('ωήύώθδγχφβξζψ');
const COMMON_THAI = new Set('กขคงจชซญณดตถทธนบปผฝพฟภมยรลวศษสหอฮะัาำิีึืุูเแโใไ็่้์๊๋ๆ');
const THAI_MARK_BEARERS = new Set('กขคงจชซญณดตถทธนบปผฝพฟภมยรลวศษสหอฮัิีึืุู');
const COMMON_SEMITIC = new Set('יוהלארתבשמנםדעחפקןאليمونرتبةعدسفهكقحجا');
const OTHER_SEMITIC = new Set('כצגסטזךץףشطصخأىذثئزضغظءإآؤپچژگک');

function merit(code: number, previous: number, next: number, character: string): number {
  if (code < 0xa0 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) return -3;
  if (code >= 0x4e00 && code <= 0x9fff) return isCommonHan(character) ? 1 : 0.3;
  if (code >= 0xac00 && code <= 0xd7a3) return isCommonHangul(character) ? 1 : 0.15;
  if (code >= 0x3041 && code <= 0x30ff) return kana(code, previous, next);
  if (code >= 0xff61 && code <= 0xff9f) return -0.4;
  if (COMMON_SYMBOLS.has(character)) return 0.35;
  if (CJK_MARKS.has(character)) return isIdeographic(previous) || isIdeographic(next) ? 0.8 : 0;
  if (code >= 0xff01 && code <= 0xff5e) return 0.3;
  if (code >= 0xe01 && code <= 0xe5b) return thai(code, previous);
  if (code >= 0x0590 && code <= 0x06ff) return semitic(character, previous, next);
  if (code >= 0x0370 && code <= 0x03ff) return cased(character, previous, next, COMMON_GREEK, OTHER_GREEK);
  if (code >= 0x0400 && code <= 0x045f) return cased(character, previous, next, COMMON_CYRILLIC, OTHER_CYRILLIC);
  if (code >= 0xc0 && code <= 0x024f && code !== 0xd7 && code !== 0xf7) return latin(code, previous, next, character);
  return code >= 0xd800 && code <= 0xdfff ? -0.3 : -0.5;
}

const isIdeographic = (code: number): boolean =>
  (code >= 0x3041 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);
const isAsciiLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isLetter = (code: number): boolean => isAsciiLetter(code) || (code >= 0xc0 && code <= 0x52f);

/** Hiragana come in runs; a lone kana among Han characters of another language is a sign of a wrong reading. */
function kana(code: number, previous: number, next: number): number {
  const inRun = isIdeographic(previous) || isIdeographic(next);
  if (!inRun) return 0;
  return code <= 0x3096 ? 0.95 : 0.8;
}

/** Vowel and tone marks of Thai sit on a consonant; elsewhere they are noise. */
function thai(code: number, previous: number): number {
  if (!COMMON_THAI.has(String.fromCharCode(code))) return -0.6;
  if (isAsciiLetter(previous)) return -0.5;
  const mark = code === 0xe31 || (code >= 0xe34 && code <= 0xe39) || (code >= 0xe47 && code <= 0xe4c);
  if (!mark) return 0.85;
  return THAI_MARK_BEARERS.has(String.fromCharCode(previous)) ? 0.85 : -1.2;
}

/** Frequent letters make up about nine tenths of a text in its own encoding, much less in another one. */
const letterMerit = (letter: string, common: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  common.has(letter) ? 0.95 : other.has(letter) ? 0.3 : -0.2;

/** Hebrew and Arabic letters share no word with Latin ones. */
const semitic = (character: string, previous: number, next: number): number =>
  isAsciiLetter(previous) || isAsciiLetter(next) ? -0.8 : letterMerit(character, COMMON_SEMITIC, OTHER_SEMITIC);

/** Letters of a script with capitals: a capital after a small letter is the mark of a wrong code page. */
function cased(
  character: string,
  previous: number,
  next: number,
  common: ReadonlySet<string>,
  other: ReadonlySet<string>,
): number {
  const lower = character.toLowerCase();
  const base = letterMerit(lower, common, other);
  if (isAsciiLetter(previous) || isAsciiLetter(next)) return -0.8;
  if (character === lower) return base;
  const before = String.fromCharCode(previous);
  return isLetter(previous) && before === before.toLowerCase() ? -0.9 : base - 0.25;
}

function latin(code: number, previous: number, next: number, character: string): number {
  // Its small form is two characters.
  const lower = character === 'İ' ? character : character.toLowerCase();
  const known = WESTERN.has(lower) ? 0.75 : CENTRAL.has(lower) ? 0.7 : RARE_WESTERN.has(lower) ? 0.6 : -0.2;
  if (previous >= 0xc0 && next >= 0xc0) return -0.6;
  if (!isAsciiLetter(previous) && !isAsciiLetter(next)) return character === 'à' || character === 'é' ? 0.2 : -0.4;
  const before = String.fromCharCode(previous);
  const capitalInside = character !== lower && isLetter(previous) && before === before.toLowerCase();
  return capitalInside ? -0.8 : previous >= 0xc0 ? known - 0.5 : known;
}
