import { letterTable } from './folded-letters.js';

/** Entries of a sketch: the estimate of a containment of .7 then errs by .05 (one standard deviation). */
export const SKETCH_SIZE = 96;
/** Of which these many, the lowest, are looked up by others. */
export const KEY_COUNT = 12;
/** A shingle ends when its words weigh this much: four words, or eight letters of a script without spaces. */
const SHINGLE_WEIGHT = 8;
const WORD_WEIGHT = 2;
/** With fewer shingles a text is a headline or a notice; such texts are one story only when they are equal. */
const FEWEST_SHINGLES = 12;
/** Longer texts are judged by their beginning. */
const MOST_TOKENS = 60_000;

/**
 * What is left of a text for comparison: the `SKETCH_SIZE` lowest hashes of its shingles, ascending (a bottom-k sketch,
 * Broder 1997). Two sketches tell how much of one text the other contains.
 */
export type StorySketch = Uint32Array<ArrayBuffer>;

let tokenHashes = new Uint32Array(1024);
let tokenWeights = new Uint8Array(1024);
let entries = new Uint32Array(1024);

/**
 * The sketch of a text. Case, width, punctuation, white space, accents and the Chinese variant make no difference.
 *
 * @returns an empty sketch for a text without letters, one entry for a text too short to have copies
 */
export function storySketch(text: string): StorySketch {
  const tokens = tokenize(text);
  const shingles = shingle(tokens);
  if (shingles < FEWEST_SHINGLES) return tokens === 0 ? new Uint32Array(0) : new Uint32Array([wholeText(tokens)]);
  const lowest = lowestOf(entries.subarray(0, shingles));
  return lowest.slice(0, SKETCH_SIZE);
}

/** Fills `tokenHashes` and `tokenWeights`; returns how many there are. */
function tokenize(text: string): number {
  const { folded, ideographic } = letterTable();
  let count = 0;
  let word = 0;
  for (let index = 0; index <= text.length && count < MOST_TOKENS; index += 1) {
    const unit = index < text.length ? text.charCodeAt(index) : 0;
    const letter = folded[unit]!;
    const alone = ideographic[unit] === 1;
    if (word !== 0 && (letter === 0 || alone)) {
      count = addToken(count, word, WORD_WEIGHT);
      word = 0;
    }
    if (letter === 0) continue;
    if (alone) count = addToken(count, mix(letter), 1);
    else word = (Math.imul(word ^ letter, 0x01000193) + 0x9e3779b9) | 1;
  }
  return count;
}

function addToken(count: number, hash: number, weight: number): number {
  if (count === tokenHashes.length) {
    tokenHashes = grown(tokenHashes);
    tokenWeights = new Uint8Array([...tokenWeights, ...new Uint8Array(tokenWeights.length)]);
    entries = new Uint32Array(tokenHashes.length);
  }
  tokenHashes[count] = hash;
  tokenWeights[count] = weight;
  return count + 1;
}

const grown = (array: Uint32Array): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
};

/** Fills `entries` with one hash per shingle; returns how many there are. */
function shingle(tokens: number): number {
  let count = 0;
  for (let from = 0; from < tokens; from += 1) {
    let weight = 0;
    let order = 0x811c9dc5;
    let identity = 0x2f6b1a39;
    let at = from;
    for (; at < tokens && weight < SHINGLE_WEIGHT; at += 1) {
      weight += tokenWeights[at]!;
      const token = tokenHashes[at]!;
      order = Math.imul(order ^ token, 0x85ebca6b);
      order ^= order >>> 15;
      identity = Math.imul(identity + token, 0xc2b2ae35);
      identity ^= identity >>> 13;
    }
    if (weight < SHINGLE_WEIGHT) break;
    entries[count] = entryOf(mix(order), mix(identity));
    count += 1;
  }
  return count;
}

function wholeText(tokens: number): number {
  let order = 0x1b873593;
  let identity = tokens;
  for (let at = 0; at < tokens; at += 1) {
    order = mix(order ^ tokenHashes[at]!);
    identity = mix(identity + tokenHashes[at]!);
  }
  return entryOf(order, identity);
}

/**
 * Orders by the number of leading zeros of one hash and tells apart by 28 bits of another. Were one hash used for both, the lowest
 * ones of many texts would crowd into a small range and collide.
 */
const entryOf = (order: number, identity: number): number =>
  (((15 - Math.min(15, Math.clz32(order))) << 28) | (identity >>> 4)) >>> 0;

/** Distinct entries in ascending order, at least the lowest `SKETCH_SIZE` of them. */
function lowestOf(all: Uint32Array): Uint32Array<ArrayBuffer> {
  // Half of the entries have the highest rank, a quarter the next: drop whole ranks that are certainly not needed.
  const ranks = new Uint32Array(16);
  for (const entry of all) ranks[entry >>> 28]! += 1;
  let limit = 0;
  for (let kept = 0; limit < 16 && kept < SKETCH_SIZE * 3; limit += 1) kept += ranks[limit]!;
  let chosen = distinct(all.filter((entry) => entry >>> 28 < limit));
  // Texts that repeat themselves need more ranks.
  while (chosen.length < SKETCH_SIZE && limit < 16) {
    limit += 1;
    chosen = distinct(all.filter((entry) => entry >>> 28 < limit));
  }
  return chosen;
}

function distinct(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  list.sort();
  let count = 0;
  for (const entry of list) {
    if (count > 0 && list[count - 1] === entry) continue;
    list[count] = entry;
    count += 1;
  }
  return list.subarray(0, count);
}

/** The finaliser of MurmurHash3 (public domain): every bit of the input moves every bit of the output. */
function mix(hash: number): number {
  let value = hash;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
