import type { Token } from '../document/annotated-document.js';
import { hashText, mix } from './feature-hash.js';
import type { FeatureVector } from './feature-vector.js';
import type { TargetContext } from './target-context.js';
import { auxiliaryKind, isNegator, isSteppedOver, stemHash } from './word-classes.js';

const seeds = {
  negated: hashText('word-negated'),
  does: hashText('path-does'),
  done: hashText('path-done'),
  chain: hashText('path-chain'),
};

/** Words that a negator reaches. */
const negationReach = 5;
/** Words to look through for what the target does, and for what is done to it. */
const forward = 14;
const backward = 10;

const ends = new Set(['.', ';', ':', '—', '–', '!', '?']);

/** Words under a negator of their clause, whether a lexicon knows them or not ("did not bother", "unable to pay"). */
function addNegated(vector: FeatureVector, { sentence, terms }: TargetContext, regions: Uint8Array): void {
  let reach = 0;
  let clause = -1;
  sentence.tokens.forEach(({ norm, kind }, at) => {
    if (terms.clauseOf[at] !== clause) reach = 0;
    clause = terms.clauseOf[at] ?? -1;
    if (isNegator(norm)) reach = negationReach;
    else if (reach > 0 && kind === 'word' && !isSteppedOver(norm)) {
      vector.add(mix(seeds.negated, stemHash(norm)), 1, at);
      vector.add(mix(mix(seeds.negated, stemHash(norm)), regions[at] ?? 0), 0.7, at);
      reach--;
    }
  });
}

/** The first three content words after the target, over auxiliaries, adverbs and articles: what it does or is. */
function addDoing(vector: FeatureVector, tokens: readonly Token[], from: number, taken: Uint8Array): void {
  let negated = 0;
  let auxiliary = 0;
  let previous = 0;
  let found = 0;
  for (let at = from; at < Math.min(tokens.length, from + forward) && found < 3; at++) {
    const norm = tokens[at]?.norm ?? '';
    if (ends.has(norm)) break;
    const kind = auxiliaryKind(norm);
    if (isNegator(norm)) negated = 1;
    else if (kind !== 0) auxiliary = kind;
    else if (!isSteppedOver(norm) && taken[at] !== 1) {
      const stem = stemHash(norm);
      const said = mix(stem, negated);
      found++;
      if (found === 1) {
        vector.add(mix(seeds.does, said), 1.2, at);
        vector.add(mix(seeds.does, mix(stem, negated * 4 + auxiliary + 8)), 0.8, at);
      } else {
        vector.add(mix(mix(seeds.chain, previous), said), 1, at);
        vector.add(mix(mix(seeds.chain, found), said), 0.7, at);
      }
      previous = stem;
    }
  }
}

/** The two content words before the target and the small word that ties them: what is done to it. */
function addDone(vector: FeatureVector, tokens: readonly Token[], to: number, taken: Uint8Array): void {
  let previous = 0;
  let tie = 0;
  let found = 0;
  for (let at = to - 1; at >= Math.max(0, to - backward) && found < 2; at--) {
    const norm = tokens[at]?.norm ?? '';
    if (ends.has(norm)) break;
    if (isSteppedOver(norm) || auxiliaryKind(norm) !== 0 || taken[at] === 1) {
      if (tie === 0 && norm.length > 1) tie = hashText(norm);
      continue;
    }
    const stem = stemHash(norm);
    found++;
    vector.add(mix(mix(seeds.done, found), stem), 1, at);
    vector.add(mix(mix(seeds.done, stem), found === 1 ? tie : previous), 0.8, at);
    previous = stem;
  }
}

/** Short paths of English words from each mention of the target to what it does and what is done to it. */
export function addPaths(vector: FeatureVector, context: TargetContext, regions: Uint8Array): void {
  const { sentence, own, mentions } = context;
  const taken = new Uint8Array(sentence.tokens.length);
  for (const { first, last } of mentions) taken.fill(1, first, last);
  addNegated(vector, context, regions);
  for (const { first, last } of own) {
    addDoing(vector, sentence.tokens, last, taken);
    addDone(vector, sentence.tokens, first, taken);
  }
}
