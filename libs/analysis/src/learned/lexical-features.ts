import { hashText, mix } from './feature-hash.js';
import { region } from '../sentiment/target-regions.js';
import type { FeatureVector } from './feature-vector.js';
import { isHeadline } from './headline.js';
import { addPaths } from './path-features.js';
import type { TargetContext } from './target-context.js';

const seeds = {
  word: hashText('word'),
  side: hashText('word-side'),
  window: hashText('window'),
  pair: hashText('pair'),
  around: hashText('around'),
  stem: hashText('stem'),
  lemma: hashText('lemma'),
  headline: hashText('headline'),
  chars: hashText('chars'),
  own: hashText('⟨target⟩'),
  other: hashText('⟨entity⟩'),
  number: hashText('⟨number⟩'),
  region: hashText('word-region'),
  edge: hashText('⟨edge⟩'),
};

/** Words farther from every mention than this say little about the target. */
const horizon = 30;
const stemLength = 5;
/** English words of clauses that are about somebody else say little by themselves; that they stand there is said apart. */
const foreignWeight = 0.4;

let last: { sentence: TargetContext['sentence']; hashes: Int32Array } | undefined;

/** Targets of one sentence come one after the other and share the hashes of its words. */
function plainHashes(sentence: TargetContext['sentence']): Int32Array {
  if (last?.sentence === sentence) return last.hashes;
  const hashes = new Int32Array(sentence.tokens.length);
  sentence.tokens.forEach((token, index) => {
    hashes[index] = token.kind === 'number' ? seeds.number : hashText(token.norm);
  });
  last = { sentence, hashes };
  return hashes;
}

/** Hash of every word; mentions and numbers are replaced by what they are, so that names are not learned. */
function wordHashes({ sentence, own, mentions }: TargetContext): Int32Array {
  const hashes = plainHashes(sentence).slice();
  for (const mention of mentions) hashes.fill(seeds.other, mention.first, mention.last);
  for (const mention of own) hashes.fill(seeds.own, mention.first, mention.last);
  return hashes;
}

/** Signed distance of every word to the nearest own mention: negative before it, 0 inside. */
function distances({ sentence, own }: TargetContext): Int32Array {
  const result = new Int32Array(sentence.tokens.length).fill(1_000);
  for (const { first, last } of own) {
    for (let at = Math.max(0, first - horizon); at < Math.min(result.length, last + horizon); at++) {
      const distance = at < first ? at - first : at >= last ? at - last + 1 : 0;
      if (Math.abs(distance) < Math.abs(result[at] ?? 0)) result[at] = distance;
    }
  }
  return result;
}

function zone(distance: number): number {
  const size = Math.abs(distance);
  return (distance < 0 ? 8 : 0) + (size <= 2 ? 1 : size <= 5 ? 2 : size <= 10 ? 3 : 4);
}

/** Words of grammar that stand beside praise and blame alike; in a small training set they would be learned by chance. */
const chineseGrammar = new Set(
  (
    '的 了 是 着 这 那 个 他 她 它 我 你 您 我们 他们 你们 在 和 与 及 等 年 月 日 时 家 台 款 种 位 名 辆 车 车型 汽车 时候 一 一个 一种 ' +
    '一台 一辆 从 上 里 为 以 之 于 地 得 其 该 本 两 三 某 各 来 去 到 向 中 内 后 前 啊 吧 哦 呀 嘛 们 而 并 所 由 被 把 将'
  ).split(' '),
);

function addWords(
  vector: FeatureVector,
  context: TargetContext,
  hashes: Int32Array,
  distance: Int32Array,
  regions: Uint8Array,
  style: number,
): void {
  const { tokens, lang } = context.sentence;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const d = distance[at] ?? 1_000;
    if (token === undefined || Math.abs(d) > horizon || d === 0 || token.kind === 'punctuation') continue;
    if (lang === 'zh' && chineseGrammar.has(token.norm)) continue;
    const word = mix(hashes[at] ?? 0, style);
    const weight = lang !== 'zh' && regions[at] === region.foreign ? foreignWeight : 1;
    vector.add(mix(seeds.word, word), weight, at);
    vector.add(mix(mix(seeds.side, zone(d)), word), weight, at);
    vector.add(mix(mix(seeds.region, regions[at] ?? 0), word), 1, at);
    if (lang !== 'zh' && token.norm.length > stemLength) {
      const stem = mix(hashText(token.norm.slice(0, stemLength)), style);
      vector.add(mix(seeds.stem, stem), 0.7, at);
      vector.add(mix(mix(seeds.stem, d < 0 ? 1 : 2), stem), 0.7, at);
    }
  }
}

function addPairs(vector: FeatureVector, hashes: Int32Array, distance: Int32Array, style: number): void {
  for (let at = 0; at + 1 < hashes.length; at++) {
    if (Math.abs(distance[at] ?? 1_000) > horizon) continue;
    const pair = mix(mix(hashes[at] ?? 0, hashes[at + 1] ?? 0), style);
    vector.add(mix(seeds.pair, pair), 0.8, at);
  }
}

function addWindow(vector: FeatureVector, context: TargetContext, hashes: Int32Array, style: number): void {
  for (const { first, last } of context.own) {
    const at = (index: number): number => hashes[index] ?? seeds.edge;
    for (let k = 1; k <= 4; k++) {
      vector.add(mix(mix(seeds.window, -k), mix(at(first - k), style)), 1, first - k);
      vector.add(mix(mix(seeds.window, k), mix(at(last + k - 1), style)), 1, last + k - 1);
    }
    vector.add(mix(mix(seeds.around, 1), mix(at(last), mix(at(last + 1), style))), 1, last);
    vector.add(mix(mix(seeds.around, 2), mix(at(first - 2), mix(at(first - 1), style))), 1, first - 1);
    vector.add(mix(mix(seeds.around, 3), mix(at(first - 1), mix(at(last), style))), 1, last);
    vector.add(mix(mix(seeds.around, 4), mix(at(last), mix(mix(at(last + 1), at(last + 2)), style))), 1, last);
  }
}

function addLemmas(vector: FeatureVector, { read }: TargetContext): void {
  for (const { term, bearing } of read.contributions) {
    const key = mix(mix(seeds.lemma, hashText(bearing)), mix(hashText(term.term.lemma), term.negated ? 1 : 0));
    vector.add(key, 1, term.first);
  }
}

function addCharacters(vector: FeatureVector, context: TargetContext, distance: Int32Array): void {
  const { tokens } = context.sentence;
  let previous = seeds.edge;
  for (let at = 0; at < tokens.length; at++) {
    const d = distance[at] ?? 1_000;
    if (Math.abs(d) > horizon || d === 0) {
      previous = seeds.edge;
      continue;
    }
    const norm = tokens[at]?.norm ?? '';
    for (let index = 0; index < norm.length; index++) {
      const char = norm.charCodeAt(index);
      vector.add(mix(seeds.chars, mix(previous, char)), 0.7, at);
      previous = char;
    }
  }
}

/** Weight of all lexical features together against the general ones. */
const lexicalNorm = 2;

/** Words, pairs of words, windows beside the target and, for Chinese, character pairs. */
export function addLexicalFeatures(vector: FeatureVector, context: TargetContext, regions: Uint8Array): void {
  const start = vector.length;
  const hashes = wordHashes(context);
  const distance = distances(context);
  addWords(vector, context, hashes, distance, regions, 0);
  addPairs(vector, hashes, distance, 0);
  addWindow(vector, context, hashes, 0);
  addLemmas(vector, context);
  if (context.sentence.lang === 'zh') addCharacters(vector, context, distance);
  else addPaths(vector, context, regions);
  if (context.sentence.lang !== 'zh' && isHeadline(context.sentence)) {
    addWords(vector, context, hashes, distance, regions, seeds.headline);
    addPairs(vector, hashes, distance, seeds.headline);
    addWindow(vector, context, hashes, seeds.headline);
  }
  let squares = 0;
  for (let at = start; at < vector.length; at++) squares += (vector.values[at] ?? 0) ** 2;
  if (squares > 0) vector.scaleFrom(start, lexicalNorm / Math.sqrt(squares));
}
