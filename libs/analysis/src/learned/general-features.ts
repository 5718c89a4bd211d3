import { squash } from '../sentiment/rule-vote.js';
import { hashText, mix } from './feature-hash.js';
import type { FeatureVector } from './feature-vector.js';
import { addRelations } from './relation-features.js';
import type { TargetContext } from './target-context.js';
import { addTargetKind } from './target-kind-features.js';
import { toneOf } from './term-tone.js';

const seeds = {
  bias: hashText('bias'),
  rule: hashText('rule'),
  ruleBin: hashText('rule-bin'),
  sentence: hashText('sentence'),
  clause: hashText('clause'),
  side: hashText('side'),
  bearing: hashText('bearing'),
  pattern: hashText('pattern'),
  flag: hashText('flag'),
  size: hashText('size'),
  extreme: hashText('extreme'),
  region: hashText('region'),
  unlisted: hashText('unlisted'),
  rival: hashText('rival'),
};

const signHash = (value: number): number => (value > 0 ? 1 : 2);

function level(amount: number): number {
  const size = Math.abs(amount);
  return size < 0.4 ? 0 : size < 1 ? 1 : size < 1.8 ? 2 : 3;
}

function addTone(vector: FeatureVector, context: TargetContext, regions: Uint8Array): void {
  const { terms, own, sentence } = context;
  const clauses = new Set(own.map((mention) => terms.clauseOf[mention.first]));
  const sums = new Map<number, number>();
  const add = (key: number, amount: number): void => void sums.set(key, (sums.get(key) ?? 0) + amount);
  const first = own[0]?.first ?? 0;
  for (const term of terms.polar) {
    const tone = toneOf(term);
    if (tone === 0) continue;
    const sign = signHash(tone);
    add(mix(seeds.sentence, sign), Math.abs(tone));
    add(mix(mix(seeds.side, term.first < first ? 1 : 2), sign), Math.abs(tone));
    if (clauses.has(term.clause)) add(mix(seeds.clause, sign), Math.abs(tone));
    add(mix(mix(seeds.region, regions[term.first] ?? 0), sign), Math.abs(tone));
  }
  if (sentence.lang === 'zh') addUnlisted(context, regions, add);
  for (const [key, sum] of sums) vector.add(key, squash(sum) * 1.5);
}

/** Log odds below this are what ordinary characters have by chance. */
const faintest = 0.5;

/** What the characters of unlisted words let expect, by region and sign. */
function addUnlisted(context: TargetContext, regions: Uint8Array, add: (key: number, amount: number) => void): void {
  const tones = context.terms.tones();
  const mine = new Uint8Array(tones.length);
  for (const { first, last } of context.mentions) mine.fill(1, first, last);
  for (let at = 0; at < tones.length; at++) {
    const tone = tones[at] ?? 0;
    if (Math.abs(tone) < faintest || mine[at] === 1) continue;
    add(mix(mix(seeds.unlisted, regions[at] ?? 0), signHash(tone)), Math.abs(tone));
    add(mix(seeds.unlisted, 16 + signHash(tone)), Math.abs(tone));
  }
}

function addBearings(vector: FeatureVector, { read }: TargetContext): void {
  let positive = 0;
  let negative = 0;
  for (const { term, bearing, amount } of read.contributions) {
    const key = mix(
      mix(seeds.bearing, hashText(bearing)),
      signHash(amount) * 8 + (term.negated ? 4 : 0) + (term.irrealis ? 16 : 0),
    );
    vector.add(mix(key, level(amount)), 1, term.first);
    vector.add(key, Math.min(1, Math.abs(amount) / 2), term.first);
    if (amount > 0) positive = Math.max(positive, amount);
    else negative = Math.max(negative, -amount);
  }
  vector.add(mix(seeds.extreme, 1), Math.min(1.5, positive / 2));
  vector.add(mix(seeds.extreme, 2), Math.min(1.5, negative / 2));
  const score = squash(read.sum);
  vector.add(seeds.rule, score * 2);
  vector.add(mix(seeds.rule, 1), Math.abs(score) * 2);
  vector.add(mix(seeds.ruleBin, Math.round(score * 5)), 1);
}

/** What is said of the others, before or after the target, and whether a word of contrast stands between. */
function addRivals(vector: FeatureVector, { own, rivals, terms, read }: TargetContext): void {
  const first = own[0]?.first ?? 0;
  const silent = Math.abs(read.sum) < 0.4 ? 1 : read.sum > 0 ? 2 : 3;
  for (const rival of rivals) {
    if (Math.abs(rival.sum) < 0.4) continue;
    const [from, to] = rival.first < first ? [rival.first, first] : [first, rival.first];
    const contrasted = terms.modifiers.some(
      ({ term, first: at }) => term.modifier === 'contrast' && at >= from - 3 && at <= to + 4,
    );
    const key = mix(mix(seeds.rival, signHash(rival.sum)), silent);
    const score = Math.abs(squash(rival.sum)) * 2;
    vector.add(key, score);
    vector.add(mix(key, rival.first < first ? 1 : 2), score);
    vector.add(mix(key, (contrasted ? 8 : 4) + (rival.first < first ? 1 : 2)), score);
  }
}

/** Order of praise, blame and target: "T+", "−T", "T−+" … */
function addPattern(vector: FeatureVector, { terms, own }: TargetContext): void {
  const items = [
    ...terms.polar.map((term) => ({ at: term.first, code: toneOf(term) > 0 ? 1 : toneOf(term) < 0 ? 2 : 0 })),
    ...own.map((mention) => ({ at: mention.first, code: 3 })),
  ];
  items.sort((a, b) => a.at - b.at);
  let hash = seeds.pattern;
  let previous = 0;
  for (const { code } of items.slice(0, 8)) {
    if (code !== 0 && code !== previous) hash = mix(hash, code);
    previous = code;
  }
  vector.add(hash, 1);
}

/** A mark may be stuck to a word only in tokens that no segmenter cut; those of one unit are compared directly. */
function opensQuotation(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22 || code === 0x201c || code === 0x300c) return true;
  }
  return false;
}

const flagHashes = new Map(
  ['speaker', 'question', 'opens', 'repeated', 'others', 'silent', 'toneless', 'exclaims', 'quotes'].map((name) => [
    name,
    mix(seeds.flag, hashText(name)),
  ]),
);

function addFlags(vector: FeatureVector, { sentence, terms, own, mentions, read }: TargetContext): void {
  const flags: [string, boolean][] = [
    ['speaker', read.speaker],
    ['question', terms.question],
    ['opens', (own[0]?.first ?? 9) === 0],
    ['repeated', own.length > 1],
    ['others', mentions.length > own.length],
    ['silent', read.contributions.length === 0],
    ['toneless', terms.polar.length === 0],
    ['exclaims', /[!！]["”’」』]?$/.test(sentence.tokens.at(-1)?.text ?? '')],
    ['quotes', sentence.tokens.some((token) => opensQuotation(token.text))],
  ];
  for (const [name, set] of flags) if (set) vector.add(flagHashes.get(name) ?? mix(seeds.flag, hashText(name)), 1);
  vector.add(mix(seeds.size, Math.min(6, Math.floor(Math.log2(sentence.tokens.length + 1)))), 1);
}

/** Small values slow their learning down, so that the words can correct them. */
const generalScale = 0.25;

/** Features of lexicon, role, distance and form; they know no words and so hold outside the training domain. */
export function addGeneralFeatures(vector: FeatureVector, context: TargetContext, regions: Uint8Array): void {
  vector.add(seeds.bias, 1);
  addTone(vector, context, regions);
  addBearings(vector, context);
  addPattern(vector, context);
  addFlags(vector, context);
  addRivals(vector, context);
  if (context.sentence.lang !== 'zh') {
    addTargetKind(vector, context);
    addRelations(vector, context);
  }
  vector.scaleFrom(0, generalScale);
  vector.endGeneral();
}
