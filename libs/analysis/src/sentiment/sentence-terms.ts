import type { Sentence } from '../document/annotated-document.js';
import type { CompiledLexicons } from '../lexicon/compile-lexicons.js';
import { findTerms, type TermMatch } from './find-terms.js';
import { isPassive } from './passive.js';
import type { PolarTerm } from './polar-term.js';

/** What the rules need to know of a sentence before they look at a target. */
export interface SentenceTerms {
  polar: PolarTerm[];
  modifiers: TermMatch[];
  /** Clause index of every token. */
  clauseOf: Int32Array;
  question: boolean;
}

function clauseOfTokens(sentence: Sentence): Int32Array {
  const clauseOf = new Int32Array(sentence.tokens.length);
  sentence.clauses.forEach((clause, index) => clauseOf.fill(index, clause.firstToken, clause.lastToken));
  return clauseOf;
}

/** Tokens between a negator and the word that it turns round. */
const negationReach = { zh: 4, other: 5 };
const degreeReach = 2;

function negationFactor(valence: number, negator: number): number {
  if (negator <= -0.95) return valence > 0 ? -0.8 : -0.4;
  return 1 + 1.5 * negator;
}

function applyNegation(term: PolarTerm, negators: TermMatch[], polar: PolarTerm[], lang: string): void {
  const reach = lang === 'zh' ? negationReach.zh : negationReach.other;
  const reaching = negators.filter((negator) => {
    const gap = term.first - negator.last;
    if (gap < 0 || gap > reach) return false;
    // A word of the other sign in between takes the negation: "did not hurt the strong brand".
    return !polar.some(
      (other) => other.first >= negator.last && other.last <= term.first && other.term.valence * term.term.valence < 0,
    );
  });
  if (reaching.length === 0) return;
  if (reaching.length >= 2) {
    term.factor *= 0.8;
    return;
  }
  term.negated = true;
  term.factor *= negationFactor(term.term.valence, reaching[0]?.term.value ?? -1);
}

function applyBefore(term: PolarTerm, modifiers: TermMatch[], clauseOf: Int32Array): void {
  for (const modifier of modifiers) {
    const gap = term.first - modifier.last;
    if (gap < 0) break;
    const sameClause = clauseOf[modifier.first] === term.clause;
    const { modifier: role, value } = modifier.term;
    if ((role === 'intensifier' || role === 'diminisher') && sameClause && gap < degreeReach) term.factor *= value;
    else if ((role === 'modal-possible' || role === 'modal-likely') && sameClause) {
      term.factor *= value;
      term.irrealis = true;
    } else if (role === 'counterfactual' && sameClause) {
      term.factor *= value;
      term.irrealis = true;
    } else if (role === 'concession' && sameClause) term.factor *= value;
    else if (role === 'conditional' && (sameClause || clauseOf[modifier.first] === term.clause - 1)) {
      term.factor *= sameClause ? value : 0.75;
      term.irrealis = true;
    } else if (role === 'scare' && gap <= 3) {
      term.factor *= term.term.valence > 0 ? -0.6 : 0.4;
    }
  }
}

function applyContrast(polar: PolarTerm[], modifiers: TermMatch[]): void {
  const markers = modifiers.filter((match) => match.term.modifier === 'contrast');
  const last = markers.at(-1);
  if (last === undefined) return;
  for (const term of polar) term.factor *= term.first >= last.last ? last.term.value : 0.65;
}

const opening = /["“‘「『《]/;
const closing = /["”’」』》]/;

/** One or two praising words between quotation marks are distanced: “safe” AI. */
function applyScareQuotes(term: PolarTerm, sentence: Sentence): void {
  const before = sentence.tokens[term.first - 1]?.text ?? '';
  const after = sentence.tokens[term.last]?.text ?? '';
  if (term.term.valence > 0 && opening.test(before) && closing.test(after)) term.factor *= 0.4;
}

/** Finds the terms of a sentence and lets the words around them change what they count. */
export function readSentenceTerms(sentence: Sentence, text: string, lexicons: CompiledLexicons): SentenceTerms {
  const matches = findTerms(sentence, text, lexicons);
  const clauseOf = clauseOfTokens(sentence);
  const modifiers = matches.filter((match) => match.term.modifier !== undefined);
  const polar = matches
    .filter(({ term }) => term.valence !== 0 || term.subject !== undefined || term.object !== undefined)
    .map((match): PolarTerm => {
      const passive = isPassive(match, sentence, clauseOf);
      return { ...match, clause: clauseOf[match.first] ?? 0, factor: 1, negated: false, irrealis: false, passive };
    });
  const lastToken = sentence.tokens.findLast((token) => !/^["”’」』)）\s]+$/.test(token.text));
  const question = lastToken?.text === '?' || lastToken?.text === '？';
  if (modifiers.length > 0) {
    const negators = modifiers.filter((match) => match.term.modifier === 'negator');
    for (const term of polar) {
      const near = negators.filter((negator) => clauseOf[negator.first] === term.clause);
      if (near.length > 0) applyNegation(term, near, polar, sentence.lang);
      applyBefore(term, modifiers, clauseOf);
    }
    applyContrast(polar, modifiers);
  }
  for (const term of polar) {
    applyScareQuotes(term, sentence);
    if (question) {
      term.factor *= 0.5;
      term.irrealis = true;
    }
  }
  return { polar, modifiers, clauseOf, question };
}
