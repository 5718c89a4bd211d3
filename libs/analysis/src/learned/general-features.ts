import { squash } from '../sentiment/rule-vote.js';
import { hashText, mix } from './feature-hash.js';
import type { FeatureVector } from './feature-vector.js';
import type { TargetContext } from './target-context.js';

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
};

const signHash = (value: number): number => (value > 0 ? 1 : 2);

function level(amount: number): number {
  const size = Math.abs(amount);
  return size < 0.4 ? 0 : size < 1 ? 1 : size < 1.8 ? 2 : 3;
}

/** Valence of a term for the sentence as a whole, whoever it is said of. */
function toneOf(term: { term: { valence: number; subject?: number; object?: number }; factor: number }): number {
  const { valence, subject = 0, object = 0 } = term.term;
  return (valence !== 0 ? valence : Math.abs(subject) > Math.abs(object) ? subject : object) * term.factor;
}

function addTone(vector: FeatureVector, context: TargetContext): void {
  const { terms, own } = context;
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
  }
  for (const [key, sum] of sums) vector.add(key, squash(sum) * 1.5);
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
export function addGeneralFeatures(vector: FeatureVector, context: TargetContext): void {
  vector.add(seeds.bias, 1);
  addTone(vector, context);
  addBearings(vector, context);
  addPattern(vector, context);
  addFlags(vector, context);
  vector.scaleFrom(0, generalScale);
  vector.endGeneral();
}
