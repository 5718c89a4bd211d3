import type { Aspect, EvidenceTerm, Span } from '@timbre/contracts';
import type { Sentence, Token } from '../document/annotated-document.js';
import { cuesOf, type AspectCue, type AspectCues } from './aspect-cues.js';

/** What one clause says of one aspect. `score` is null when the clause only names the aspect. */
export interface ClauseAspect {
  aspect: Aspect;
  clause: number;
  score: number | null;
  terms: EvidenceTerm[];
  /** Where a comparison turns from what is compared to its standard ("costs more than" | DALL·E); −1 without one. */
  standardFrom: number;
}

/** How much "the cost is high" counts: as a plain word of valence two does. */
const DEGREE_SCORE = 0.5;

const negators = new Set(
  (
    "不 没 没有 未 并不 并非 不是 不够 不太 不再 难以 缺乏 毫不 谈不上 无 难 非 not no never hardly barely n't isn't aren't " +
    "wasn't weren't doesn't don't didn't without"
  ).split(' '),
);
const degreeAdverbs = new Set(
  '更 更加 更为 那么 这么 很 非常 十分 极其 极为 如此 足够 相当 越来越 颇 最 so very more as too really quite'.split(
    ' ',
  ),
);
/** Words between a negator and the word that it turns round. */
const NEGATION_REACH = 3;

/** What a word such as 逼真 says here: turned round by a negator, nothing where it only qualifies a noun. */
function verdictAt(
  cue: AspectCue,
  tokens: readonly Token[],
  at: number,
  firstToken: number,
  lastToken: number,
): number {
  if (cue.verdict === 0) return 0;
  if (cue.onlyAsPredicate) {
    const before = tokens[at - 1]?.norm ?? '';
    const next = tokens[at + 1];
    const ends = (token: Token | undefined, index: number): boolean =>
      index >= lastToken || token === undefined || token.kind === 'punctuation' || token.norm === '了';
    const closes = ends(next, at + 1) || (next?.norm === '的' && ends(tokens[at + 2], at + 2));
    if (!closes && !degreeAdverbs.has(before)) return 0;
  }
  for (let i = Math.max(firstToken, at - NEGATION_REACH); i < at; i += 1) {
    if (negators.has(tokens[i]?.norm ?? '')) return -cue.verdict;
  }
  return cue.verdict;
}

interface Degree {
  span: Span;
  value: number;
  standardFrom: number;
}

/** Aspects named in a sentence, clause by clause, with the score of phrases such as 成本…高 and "costs fell". */
export function clauseAspects(sentence: Sentence, cues: AspectCues): ClauseAspect[] {
  const found: ClauseAspect[] = [];
  sentence.clauses.forEach((clause, index) => {
    let degree: Degree | null = null;
    let worry: Token | null = null;
    const named = new Map<Aspect, { cue: AspectCue; token: Token; verdict: number }>();
    for (let i = clause.firstToken; i < clause.lastToken; i += 1) {
      const token = sentence.tokens[i];
      if (token?.kind !== 'word') continue;
      for (const cue of cuesOf(cues, token.norm)) {
        // 成本 … 高: the word of degree belongs to the aspect before it; "high costs" has it right before.
        if (cue.degree !== 0) {
          const compares = token.norm.endsWith('于') || sentence.tokens[i + 1]?.norm === 'than';
          degree = { span: token, value: cue.degree, standardFrom: compares ? token.to : -1 };
        }
        if (cue.worry) worry ??= token;
        const verdict = verdictAt(cue, sentence.tokens, i, clause.firstToken, clause.lastToken);
        for (const aspect of cue.aspects) {
          const known = named.get(aspect);
          if (!known || (known.verdict === 0 && verdict !== 0)) named.set(aspect, { cue, token, verdict });
        }
      }
    }
    for (const [aspect, { cue, token, verdict }] of named) {
      const said = worry !== null && worry !== token ? -1 : verdict;
      if (said !== 0 && !(degree && cue.rise !== 0)) {
        const words = said === verdict || worry === null ? [token] : [token, worry].sort((a, b) => a.from - b.from);
        const score = said * DEGREE_SCORE;
        const terms = words.map(({ from, to }) => ({ from, to, weight: score / words.length }));
        found.push({ aspect, clause: index, score, terms, standardFrom: -1 });
        continue;
      }
      const own = cue.degree !== 0 && cue.rise === 0 ? inherent(aspect, cue) : 0;
      const value = own !== 0 ? own : degree && cue.rise !== 0 ? cue.rise * degree.value : 0;
      const weight = (value * DEGREE_SCORE) / (degree && own === 0 ? 2 : 1);
      const terms = value === 0 ? [] : [{ from: token.from, to: token.to, weight }];
      if (value !== 0 && degree && own === 0) terms.push({ from: degree.span.from, to: degree.span.to, weight });
      terms.sort((a, b) => a.from - b.from);
      const standardFrom = value === 0 || !degree ? -1 : degree.standardFrom;
      found.push({ aspect, clause: index, score: value === 0 ? null : value * DEGREE_SCORE, terms, standardFrom });
    }
  });
  return found;
}

/** 昂贵 and "cheap" name an aspect and its degree at once: much of a cost is bad. */
function inherent(aspect: Aspect, cue: AspectCue): number {
  return aspect === 'cost' ? -cue.degree : 0;
}
