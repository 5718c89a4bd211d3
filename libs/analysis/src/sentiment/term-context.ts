import type { Sentence } from '../document/annotated-document.js';
import type { TermMatch } from './find-terms.js';
import type { PolarTerm } from './polar-term.js';

/** Words between a negator and the word that it turns round. */
const negationReach = { zh: 4, other: 5 };
/** Words between a degree word and the word that it strengthens. */
const degreeReach = 2;
/** A mood (may, if, would have, 吗) holds for its clause, but in texts without punctuation not for longer than this. */
const moodReach = 14;
/** Contrast weighs what stands before "but" against what follows, within this many words. */
const contrastReach = 30;

/** What is left of a valence under a negator: full ones turn praise round and lift blame; partial ones do less. */
function negationFactor(valence: number, negator: number): number {
  if (negator <= -0.95) return valence > 0 ? -0.8 : -0.4;
  if (negator <= -0.65) return valence > 0 ? -0.6 : -0.45;
  return valence > 0 ? -0.5 : 0.3;
}

/** Negators that reach the term; a word of the other sign in between takes the negation for itself. */
function negatorsOf(
  term: PolarTerm,
  index: number,
  negators: readonly TermMatch[],
  polar: readonly PolarTerm[],
  lang: string,
): TermMatch[] {
  const reach = lang === 'zh' ? negationReach.zh : negationReach.other;
  const result: TermMatch[] = [];
  for (let at = firstFrom(negators, term.first) - 1; at >= 0; at--) {
    const negator = negators[at];
    if (negator === undefined || term.first - negator.last > reach) break;
    if (negator.last > term.first) continue;
    let taken = false;
    for (let other = index - 1; other >= 0 && (polar[other]?.first ?? 0) >= negator.last; other--) {
      if ((polar[other]?.term.valence ?? 0) * term.term.valence < 0) taken = true;
    }
    if (!taken) result.push(negator);
  }
  return result;
}

/** Turns a term round when a negator reaches it; two negators cancel out. */
export function applyNegation(
  term: PolarTerm,
  index: number,
  negators: readonly TermMatch[],
  polar: readonly PolarTerm[],
  clauseOf: Int32Array,
  lang: string,
): void {
  const reaching = negatorsOf(term, index, negators, polar, lang).filter(
    (negator) => clauseOf[negator.first] === term.clause,
  );
  if (reaching.length === 0) return;
  // 无法 says something by itself (无法登录), but not where it only turns another word round.
  for (const other of polar) if (reaching.some((negator) => negator.first === other.first)) other.factor = 0;
  if (reaching.length >= 2) {
    term.factor *= 0.8;
    return;
  }
  term.negated = true;
  term.factor *= negationFactor(term.term.valence, reaching[0]?.term.value ?? -1);
}

function applyMood(term: PolarTerm, value: number): void {
  term.factor *= value;
  term.irrealis = true;
}

/** Index of the first modifier that starts at or after a word; modifiers are in order. */
function firstFrom(modifiers: readonly TermMatch[], word: number): number {
  let low = 0;
  let high = modifiers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((modifiers[middle]?.first ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 吗, 呢 and other question words stand before or after what they ask. */
function asks(term: PolarTerm, modifiers: readonly TermMatch[], clauseOf: Int32Array): TermMatch | undefined {
  for (let at = firstFrom(modifiers, term.first - moodReach); at < modifiers.length; at++) {
    const modifier = modifiers[at];
    if (modifier === undefined || modifier.first - term.last > moodReach) return undefined;
    if (modifier.term.modifier === 'question' && clauseOf[modifier.first] === term.clause) return modifier;
  }
  return undefined;
}

/** Degree, mood, concession and distancing words of the term's clause; of each kind the nearest counts. */
export function applyModifiers(term: PolarTerm, modifiers: readonly TermMatch[], clauseOf: Int32Array): void {
  const question = asks(term, modifiers, clauseOf);
  if (question !== undefined) applyMood(term, question.term.value);
  const used = new Set<string>();
  for (let at = firstFrom(modifiers, term.first) - 1; at >= 0; at--) {
    const modifier = modifiers[at];
    if (modifier === undefined) break;
    const gap = term.first - modifier.last;
    if (gap > moodReach) break;
    const { modifier: role = '', value } = modifier.term;
    const clause = clauseOf[modifier.first] ?? 0;
    if (gap < 0 || used.has(role)) continue;
    if (clause !== term.clause) {
      if (role === 'conditional' && clause === term.clause - 1 && question === undefined) applyMood(term, 0.75);
      continue;
    }
    const isDegree = role === 'intensifier' || role === 'diminisher';
    if (isDegree && gap >= degreeReach) continue;
    used.add(role);
    if (isDegree || role === 'concession') term.factor *= value;
    else if (role === 'modal-possible' || role === 'modal-likely' || role === 'conditional') applyMood(term, value);
    else if (role === 'counterfactual') applyMood(term, value < 0 ? 0.3 : value);
    else if (role === 'scare' && gap <= 3) term.factor *= scareFactor(term.term.valence, value);
  }
}

/** 所谓, so-called: praise turns sour, blame is doubted; claims (声称) only lose weight. */
function scareFactor(valence: number, value: number): number {
  if (value > 0.4) return 0.5;
  return valence > 0 ? -0.6 : 0.4;
}

/** After "but" a sentence says what it means; what stands before counts less. */
export function applyContrast(polar: readonly PolarTerm[], modifiers: readonly TermMatch[]): void {
  const last = modifiers.findLast((match) => match.term.modifier === 'contrast');
  if (last === undefined) return;
  for (const term of polar) {
    const gap = term.first - last.last;
    if (Math.abs(gap) <= contrastReach) term.factor *= gap >= 0 ? last.term.value : 0.6;
  }
}

/** Words between a topic word (关于, 讨论; 论坛, 工具) and the word that is only a topic there. */
const topicReach = 4;

/** Blame that is merely what is talked about, searched or warned of: 讨论 … 的危害, 内涝提示功能. */
export function applyTopic(
  term: PolarTerm,
  modifiers: readonly TermMatch[],
  clauseOf: Int32Array,
  sentence: Sentence,
): void {
  if (term.term.pos === 'a' || term.term.valence >= 0) return;
  for (let at = firstFrom(modifiers, term.first - topicReach - 4); at < modifiers.length; at++) {
    const topic = modifiers[at];
    if (topic === undefined || topic.first - term.last > topicReach) return;
    if (topic.term.modifier !== 'topic' || clauseOf[topic.first] !== term.clause) continue;
    const { value } = topic.term;
    const reached =
      value > 0
        ? topic.last <= term.first && term.first - topic.last <= topicReach
        : topic.first >= term.last &&
          topic.first - term.last < topicReach &&
          sentence.tokens.slice(term.last, topic.first).every(({ norm }) => norm !== '的');
    if (reached) {
      term.factor *= Math.abs(value);
      return;
    }
  }
}

/** Words of a title between 《 and 》 are the title's, not the speaker's. */
export function applyTitles(polar: readonly PolarTerm[], sentence: Sentence): void {
  let open = -1;
  sentence.tokens.forEach(({ norm }, at) => {
    if (norm === '《') open = at;
    else if (norm === '》' && open >= 0) {
      for (const term of polar) if (term.first > open && term.last <= at) term.factor *= 0.1;
      open = -1;
    }
  });
}

/** After 要不是 … the rest of the sentence did not happen. */
export function applyUnreal(polar: readonly PolarTerm[], modifiers: readonly TermMatch[], clauseOf: Int32Array): void {
  const opener = modifiers.find(({ term }) => term.modifier === 'counterfactual');
  if (opener === undefined) return;
  const clause = clauseOf[opener.first] ?? 0;
  for (const term of polar) {
    if (term.clause <= clause || term.clause > clause + 2) continue;
    term.factor *= 0.4;
    term.irrealis = true;
  }
}

const mistaken = new Set([
  '原以为', '本以为', '原本以为', '本来以为', '总以为', '满以为', '以为', '原想', '满心', '满心欢喜', '说好', '说好的', '曾被', '一度被',
]); // prettier-ignore

/** First characters of those words; most words are told apart by theirs without hashing them. */
const mistakenFirst = new Uint8Array(0x10000);
for (const opener of mistaken) mistakenFirst[opener.charCodeAt(0)] = 1;

/** 原以为 …, 结果 …: what was believed first turned out otherwise. */
export function applyMistakenBelief(polar: readonly PolarTerm[], sentence: Sentence, clauseOf: Int32Array): void {
  const { tokens, clauses } = sentence;
  for (let at = 0; at < tokens.length; at++) {
    const norm = tokens[at]?.norm ?? '';
    if (mistakenFirst[norm.charCodeAt(0)] !== 1) continue;
    if (!mistaken.has(norm) && !mistaken.has(norm + (tokens[at + 1]?.norm ?? ''))) continue;
    const clause = clauseOf[at] ?? 0;
    if (clause >= clauses.length - 1) return;
    for (const term of polar) if (term.clause === clause && term.last > at) term.factor *= -0.35;
    return;
  }
}

/** 不比乙差: not to be worse than somebody is praise. */
export function applyNotWorse(polar: readonly PolarTerm[]): void {
  polar.forEach((term, index) => {
    if (term.term.lemma !== '不比') return;
    const next = polar[index + 1];
    if (next === undefined || next.clause !== term.clause || next.term.valence >= 0) return;
    term.factor *= -0.8;
    next.factor = 0;
  });
}

/** 甲贵是贵, 快归快: what is granted in passing. */
export function applyDoubling(polar: readonly PolarTerm[], sentence: Sentence): void {
  polar.forEach((term, index) => {
    const next = polar[index + 1];
    if (next === undefined || next.term !== term.term || next.first - term.last !== 1) return;
    const between = sentence.tokens[term.last]?.norm;
    if (between !== '是' && between !== '归') return;
    term.factor *= 0.15;
    next.factor *= 0.15;
  });
}

const opening = /["“‘「『]/;
const closing = /["”’」』]/;

/** One or two praising words between quotation marks are distanced: “safe” AI. */
export function applyScareQuotes(term: PolarTerm, sentence: Sentence): void {
  const before = sentence.tokens[term.first - 1]?.text ?? '';
  const after = sentence.tokens[term.last]?.text ?? '';
  if (term.term.valence > 0 && opening.test(before) && closing.test(after)) term.factor *= 0.4;
}
