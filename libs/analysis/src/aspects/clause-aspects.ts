import type { Aspect, EvidenceTerm, Span } from '@timbre/contracts';
import type { Sentence, Token } from '../document/annotated-document.js';
import { cueOf, type AspectCue, type AspectCues } from './aspect-cues.js';

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
    const named = new Map<Aspect, { cue: AspectCue; token: Token }>();
    for (let i = clause.firstToken; i < clause.lastToken; i += 1) {
      const token = sentence.tokens[i];
      if (token?.kind !== 'word') continue;
      const cue = cueOf(cues, token.norm);
      if (!cue) continue;
      // 成本 … 高: the word of degree belongs to the aspect before it; "high costs" has it right before.
      if (cue.degree !== 0) {
        const compares = token.norm.endsWith('于') || sentence.tokens[i + 1]?.norm === 'than';
        degree = { span: token, value: cue.degree, standardFrom: compares ? token.to : -1 };
      }
      for (const aspect of cue.aspects) if (!named.has(aspect)) named.set(aspect, { cue, token });
    }
    for (const [aspect, { cue, token }] of named) {
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
