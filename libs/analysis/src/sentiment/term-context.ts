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

const opening = /["“‘「『]/;
const closing = /["”’」』]/;

/** One or two praising words between quotation marks are distanced: “safe” AI. */
export function applyScareQuotes(term: PolarTerm, sentence: Sentence): void {
  const before = sentence.tokens[term.first - 1]?.text ?? '';
  const after = sentence.tokens[term.last]?.text ?? '';
  if (term.term.valence > 0 && opening.test(before) && closing.test(after)) term.factor *= 0.4;
}
