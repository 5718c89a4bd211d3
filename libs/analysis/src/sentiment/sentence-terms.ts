import type { Sentence } from '../document/annotated-document.js';
import type { CompiledLexicons } from '../lexicon/compile-lexicons.js';
import { findTerms, type TermMatch } from './find-terms.js';
import { isPassive } from './passive.js';
import type { PolarTerm } from './polar-term.js';
import { applyContrast, applyModifiers, applyNegation, applyScareQuotes } from './term-context.js';

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

const closers = new Set(['"', '”', '’', '」', '』', ')', '）']);

function isQuestion({ tokens }: Sentence): boolean {
  let at = tokens.length - 1;
  while (at > 0 && closers.has(tokens[at]?.text ?? '')) at--;
  const last = tokens[at]?.text;
  return last === '?' || last === '？';
}

/** Finds the terms of a sentence and lets the words around them change what they count. */
export function readSentenceTerms(sentence: Sentence, text: string, lexicons: CompiledLexicons): SentenceTerms {
  const matches = findTerms(sentence, text, lexicons);
  const clauseOf = clauseOfTokens(sentence);
  const modifiers = matches.filter((match) => match.term.modifier !== undefined);
  const polar = matches
    .filter(({ term }) => term.valence !== 0 || term.subject !== undefined || term.object !== undefined)
    .map((match): PolarTerm => ({
      term: match.term,
      first: match.first,
      last: match.last,
      from: match.from,
      to: match.to,
      clause: clauseOf[match.first] ?? 0,
      factor: 1,
      negated: false,
      irrealis: false,
      passive: isPassive(match, sentence, clauseOf),
    }));
  const question = isQuestion(sentence);
  if (modifiers.length > 0) {
    const negators = modifiers.filter((match) => match.term.modifier === 'negator' && match.term.value < 0);
    polar.forEach((term, index) => {
      if (negators.length > 0) applyNegation(term, index, negators, polar, clauseOf, sentence.lang);
      applyModifiers(term, modifiers, clauseOf);
    });
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
