import { decodeBytes } from './decode-bytes.js';
import { plausibility } from './plausibility.js';

/** An encoding and how well the bytes read in it (see `plausibility`). */
export interface EncodingGuess {
  encoding: string;
  score: number;
}

/** Candidates; among equals the earlier wins, so the wider used encoding stands first. */
const CANDIDATES = [
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'windows-1250',
  'iso-8859-2',
  'windows-1253',
  'iso-8859-7',
  'windows-1255',
  'windows-1256',
  'iso-8859-6',
  'tis-620',
  'windows-1254',
  'windows-1257',
  'iso-8859-5',
  'ibm866',
  'x-mac-cyrillic',
  'macintosh',
  'windows-1258',
];

/** Bytes of non-ASCII segments that are enough to tell the encodings apart. */
const ENOUGH = 12 * 1024;

/**
 * The encoding in which the bytes read most like language, by statistics alone. UTF-8 and UTF-16 are not
 * among the candidates: structure decides about them. Pure ASCII gives `windows-1252` with score 0.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const sample = nonAsciiSegments(bytes);
  if (hasIso2022JpEscapes(bytes)) return { encoding: 'iso-2022-jp', score: 1 };
  let best: EncodingGuess = { encoding: 'windows-1252', score: scoreSample(sample, 'windows-1252') };
  for (const encoding of CANDIDATES) {
    const score = scoreSample(sample, encoding);
    if (score > best.score + 0.02) best = { encoding, score };
  }
  return best;
}

/** How well the bytes read in one encoding, on the same scale as `guessEncoding`. */
export function scoreEncoding(bytes: Uint8Array, encoding: string): number {
  return scoreSample(nonAsciiSegments(bytes), encoding);
}

function scoreSample(sample: Uint8Array, encoding: string): number {
  return plausibility(decodeBytes(sample, encoding));
}

/**
 * The stretches that hold bytes ≥ 0x80, cut at `<`, `>` and line feeds: no supported multi-byte encoding uses
 * those three inside a character, so no character is torn.
 */
function nonAsciiSegments(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length + 1, ENOUGH));
  let used = 0;
  let start = 0;
  let interesting = false;
  for (let index = 0; index <= bytes.length && used < sample.length; index++) {
    const byte = bytes[index] ?? 0x0a;
    if (byte >= 0x80) interesting = true;
    if (byte !== 0x3c && byte !== 0x3e && byte !== 0x0a) continue;
    if (interesting) {
      const segment = bytes.subarray(start, Math.min(index + 1, start + sample.length - used));
      sample.set(segment, used);
      used += segment.length;
    }
    start = index + 1;
    interesting = false;
  }
  return sample.subarray(0, used);
}

function hasIso2022JpEscapes(bytes: Uint8Array): boolean {
  const first = bytes.indexOf(0x1b);
  if (first < 0) return false;
  for (let index = first; index >= 0 && index + 2 < bytes.length; index = bytes.indexOf(0x1b, index + 1)) {
    if (bytes[index + 1] === 0x24 && (bytes[index + 2] === 0x42 || bytes[index + 2] === 0x40)) return true;
  }
  return false;
}
