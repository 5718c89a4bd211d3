import type { Sentence } from '../document/annotated-document.js';
import type { MentionRange } from '../sentiment/mention-range.js';
import type { PolarTerm } from '../sentiment/polar-term.js';
import { hashText, mix } from './feature-hash.js';
import type { FeatureVector } from './feature-vector.js';
import type { TargetContext } from './target-context.js';
import { toneOf } from './term-tone.js';
import { endsPhrase, prepositions, wordClass } from './word-classes.js';

const seeds = {
  place: hashText('relation-place'),
  before: hashText('relation-before'),
  after: hashText('relation-after'),
  head: hashText('relation-head'),
  turn: hashText('relation-turn'),
  form: hashText('relation-form'),
  setting: hashText('relation-setting'),
};

/** Words between a preposition and the end of what it governs. */
const phraseLength = 4;

/** The preposition over the word at `at`, 1 when a rival target stands in between, 2 at a border, 0 for none. */
function governor(sentence: Sentence, at: number, rival: Uint8Array): number {
  for (let back = at - 1; back >= Math.max(0, at - phraseLength); back--) {
    const norm = sentence.tokens[back]?.norm ?? '';
    if (rival[back] === 1) return 1;
    if (prepositions.has(norm)) return hashText(norm);
    if (endsPhrase(norm)) return 2;
  }
  return 0;
}

function nearest(term: PolarTerm, own: readonly MentionRange[]): MentionRange | undefined {
  let best: MentionRange | undefined;
  let least = Infinity;
  for (const mention of own) {
    const gap = mention.last <= term.first ? term.first - mention.last : mention.first - term.last;
    if (gap < 0) return undefined;
    if (gap < least) [best, least] = [mention, gap];
  }
  return best;
}

const distanceLevel = (gap: number): number => (gap <= 0 ? 0 : gap <= 2 ? 1 : gap <= 5 ? 2 : gap <= 10 ? 3 : 4);

/** By word: 1 before "but", 2 after it; 3 conceded, 4 beside a concession; 5 supposed, 6 beside a condition; else 0. */
function turnsOf({ sentence, terms }: TargetContext): Uint8Array {
  const turns = new Uint8Array(sentence.tokens.length);
  for (const { term, first, last } of terms.modifiers) {
    if (term.modifier === 'contrast') {
      turns.fill(1, 0, first);
      turns.fill(2, last);
    } else if (term.modifier === 'concession' || term.modifier === 'conditional') {
      const [inside, beside] = term.modifier === 'concession' ? [3, 4] : [5, 6];
      const clause = terms.clauseOf[first];
      for (let at = 0; at < turns.length; at++)
        turns[at] = at >= first && terms.clauseOf[at] === clause ? inside : beside;
    }
  }
  return turns;
}

function marked(length: number, mentions: readonly MentionRange[]): Uint8Array {
  const mark = new Uint8Array(length);
  for (const { first, last } of mentions) mark.fill(1, first, last);
  return mark;
}

/**
 * How each polar word of an English sentence stands to the target: order, distance, clause, rivals in between, what
 * governs either, and the turns (but, although, if) on whose sides they stand.
 */
export function addRelations(vector: FeatureVector, context: TargetContext): void {
  const { sentence, terms, own, mentions } = context;
  const main = own[0];
  if (main === undefined) return;
  const { length } = sentence.tokens;
  const mine = marked(length, own);
  const rival = marked(length, mentions.filter((mention) => !own.includes(mention))); // prettier-ignore
  const turns = turnsOf(context);
  const before = governor(sentence, main.first, rival);
  const owns = /['’]s$/.test(sentence.tokens[main.last - 1]?.text ?? '');
  const after = owns ? 12 : wordClass(sentence, main.last);
  vector.add(mix(seeds.setting, before), 1);
  vector.add(mix(seeds.setting, mix(after, 77)), 1);
  vector.add(mix(seeds.setting, mix(before, after)), 1);
  for (const term of terms.polar) {
    const tone = toneOf(term);
    const mention = mine[term.first] === 1 || tone === 0 ? undefined : nearest(term, own);
    if (mention === undefined) continue;
    const follows = mention.last <= term.first;
    const gap = follows ? term.first - mention.last : mention.first - term.last;
    const clauses = Math.min(2, Math.abs((terms.clauseOf[mention.first] ?? 0) - term.clause));
    const [from, to] = follows ? [mention.last, term.first] : [term.last, mention.first];
    const contested = rival.subarray(from, to).includes(1) ? 4 : 0;
    const sign = tone > 0 ? 1 : 2;
    const side = (follows ? 0 : 1) + 2 * sign;
    const place = mix(side, clauses * 8 + contested + (term.negated ? 32 : 0) + (term.passive ? 64 : 0));
    const { pos, subject, object } = term.term;
    const form = (subject === undefined ? 0 : 1) + (object === undefined ? 0 : 2) + hashText(pos);
    const at = term.first;
    vector.add(mix(seeds.place, place), 1, at);
    vector.add(mix(mix(seeds.place, 1 + distanceLevel(gap)), mix(side, clauses)), 1, at);
    vector.add(mix(mix(seeds.form, form), place), 1, at);
    vector.add(mix(mix(seeds.before, before), side), 1, at);
    vector.add(mix(mix(seeds.after, after), side), 1, at);
    vector.add(mix(mix(seeds.head, governor(sentence, at, mine)), side), 1, at);
    vector.add(mix(mix(seeds.turn, turns[at] ?? 0), mix(sign, turns[mention.first] ?? 0)), 1, at);
  }
}
