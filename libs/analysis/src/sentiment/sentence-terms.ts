import type { Sentence } from '../document/annotated-document.js';
import type { CompiledLexicons } from '../lexicon/compile-lexicons.js';
import { findTerms, type TermMatch } from './find-terms.js';
import { isPassive } from './passive.js';
import type { PolarTerm } from './polar-term.js';
import { applyQuantities } from './quantities.js';
import {
  applyContrast,
  applyDoubling,
  applyMistakenBelief,
  applyModifiers,
  applyNegation,
  applyNotWorse,
  applyScareQuotes,
  applyTitles,
  applyTopic,
  applyUnreal,
} from './term-context.js';

/** What the rules need to know of a sentence before they look at a target. */
export interface SentenceTerms {
  polar: PolarTerm[];
  modifiers: TermMatch[];
  /** Clause index of every token. */
  clauseOf: Int32Array;
  question: boolean;
  /** By word: what the characters of words that no list holds let expect (see CharacterValence); made when asked for. */
  tones: () => Float32Array;
}

function clauseOfTokens(sentence: Sentence): Int32Array {
  const clauseOf = new Int32Array(sentence.tokens.length);
  sentence.clauses.forEach((clause, index) => clauseOf.fill(index, clause.firstToken, clause.lastToken));
  return clauseOf;
}

/** Tones of the words that neither a term nor a modifier covers, all 0 for languages without such a reading. */
function readTones(sentence: Sentence, matches: readonly TermMatch[], lexicons: CompiledLexicons): Float32Array {
  const tones = new Float32Array(sentence.tokens.length);
  if (sentence.lang !== 'zh') return tones;
  let next = 0;
  for (let at = 0; at < tones.length; at++) {
    while (next < matches.length && (matches[next]?.last ?? 0) <= at) next++;
    const token = sentence.tokens[at];
    if (token?.kind !== 'word' || (matches[next]?.first ?? at + 1) <= at) continue;
    tones[at] = lexicons.characters.of(token.norm);
  }
  return tones;
}

const bareContrast: TermMatch['term'] = {
  lemma: '可',
  valence: 0,
  pos: 'x',
  form: 'base',
  modifier: 'contrast',
  value: 1.5,
};

/** 可 at the head of a clause means "but"; elsewhere it is too much else to be listed. */
function addBareContrast(modifiers: TermMatch[], { clauses, tokens }: Sentence): void {
  for (const { firstToken } of clauses) {
    const token = tokens[firstToken];
    if (firstToken === 0 || token?.norm !== '可') continue;
    const { from, to } = token;
    modifiers.push({ term: bareContrast, first: firstToken, last: firstToken + 1, from, to });
    modifiers.sort((a, b) => a.first - b.first);
  }
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
  const clauseOf = clauseOfTokens(sentence);
  const found = findTerms(sentence, text, lexicons);
  const matches = sentence.lang === 'zh' ? applyQuantities(found, sentence, clauseOf) : found;
  const modifiers = matches.filter((match) => match.term.modifier !== undefined);
  if (sentence.lang === 'zh') addBareContrast(modifiers, sentence);
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
    if (sentence.lang === 'zh') {
      const topical = modifiers.some((match) => match.term.modifier === 'topic');
      if (topical) for (const term of polar) applyTopic(term, modifiers, clauseOf, sentence);
      applyUnreal(polar, modifiers, clauseOf);
    }
  }
  if (sentence.lang === 'zh' && polar.length > 0) {
    applyDoubling(polar, sentence);
    applyTitles(polar, sentence);
    applyMistakenBelief(polar, sentence, clauseOf);
    applyNotWorse(polar);
  }
  for (const term of polar) {
    applyScareQuotes(term, sentence);
    if (question) {
      term.factor *= 0.5;
      term.irrealis = true;
    }
  }
  let tones: Float32Array | undefined;
  return { polar, modifiers, clauseOf, question, tones: () => (tones ??= readTones(sentence, matches, lexicons)) };
}
