import type { Aspect, Evidence, Span, TargetReading } from '@timbre/contracts';
import type { EntityOccurrence, Sentence } from '../document/annotated-document.js';
import { labelOf, weightedScore } from '../sentiment/weighted-score.js';
import type { AspectCues } from './aspect-cues.js';
import { clauseAspects, type ClauseAspect } from './clause-aspects.js';

/** A target and the places where the text speaks of it. */
export interface TargetPlaces {
  reading: TargetReading;
  spans: readonly (Span & { sentence: number; kind?: EntityOccurrence['kind'] })[];
}

/** Confidence of an aspect that only a phrase of degree (成本高) supports. */
const PHRASE_CONFIDENCE = 0.6;

/**
 * Adds to each target what is said of its cost, quality, safety … : from the clauses that mention it and those after
 * them that mention nothing else, with the weights that the target's own evidence has there.
 */
export function readAspects(
  targets: readonly TargetPlaces[],
  sentences: readonly Sentence[],
  occurrences: readonly EntityOccurrence[],
  cues: AspectCues,
): TargetReading[] {
  const cache = new Map<number, ClauseAspect[]>();
  const others = bySentence(occurrences.filter(({ kind }) => kind !== 'concept'));
  return targets.map(({ reading, spans }) => {
    const found = new Map<Aspect, Evidence[]>();
    const evidenceFrom = new Map(reading.evidence.map((entry) => [entry.from, entry]));
    for (const [index, own] of bySentence(spans)) {
      const sentence = sentences[index];
      if (!sentence) continue;
      const aspects = cache.get(index) ?? clauseAspects(sentence, cues);
      cache.set(index, aspects);
      if (aspects.length === 0) continue;
      const clauses = clausesOf(sentence, own, others.get(index) ?? []);
      for (const said of aspects) {
        if (!clauses.has(said.clause)) continue;
        // People have no cost or timing of their own; a phrase such as 成本…高 beside them is what they speak of.
        if (said.score !== null && own.some(({ kind }) => kind === 'person')) continue;
        const side = forSide(said, sentence, own);
        if (side === null) continue;
        const entry = aspectEvidence(side, sentence, evidenceFrom.get(sentence.from));
        if (entry.terms.length === 0) continue;
        const known = found.get(said.aspect);
        if (known) known.push(entry);
        else found.set(said.aspect, [entry]);
      }
    }
    const aspects = [...found].map(([aspect, entries]) => aspectReading(aspect, entries));
    return { ...reading, aspects };
  });
}

function bySentence<T extends { sentence: number }>(items: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.sentence);
    if (group) group.push(item);
    else groups.set(item.sentence, [item]);
  }
  return groups;
}

/** Clauses about a target: those that mention it, and the ones after them until another name comes up. */
function clausesOf(sentence: Sentence, own: readonly Span[], others: readonly Span[]): Set<number> {
  const about = new Set<number>();
  let running = false;
  sentence.clauses.forEach((clause, index) => {
    const inside = (span: Span): boolean => span.from >= clause.from && span.from < clause.to;
    if (own.some(inside)) running = true;
    else if (others.some(inside)) running = false;
    if (running) about.add(index);
  });
  return about;
}

/**
 * What a comparison says of its standard is the opposite: A costs more than B. The owner of the standard (该公司的生成器) is
 * not compared at all: null.
 */
function forSide(said: ClauseAspect, sentence: Sentence, own: readonly Span[]): ClauseAspect | null {
  const clause = sentence.clauses[said.clause] ?? sentence;
  const here = own.filter((span) => span.from >= clause.from && span.from < clause.to);
  const standard = said.standardFrom >= 0 && here.length > 0 && here.every((span) => span.from >= said.standardFrom);
  if (!standard || said.score === null) return said;
  const after = sentence.tokens.find((token) => token.from >= (here[0]?.to ?? 0));
  if (after?.norm === '的' || after?.norm === "'s") return null;
  return { ...said, score: -said.score, terms: said.terms.map((term) => ({ ...term, weight: -term.weight })) };
}

function aspectEvidence(said: ClauseAspect, sentence: Sentence, evidence: Evidence | undefined): Evidence {
  const { from, to, place } = sentence;
  const clause = sentence.clauses[said.clause] ?? sentence;
  const terms = evidence?.terms.filter((term) => term.from >= clause.from && term.to <= clause.to) ?? [];
  const sum = Math.max(
    -1,
    Math.min(
      1,
      terms.reduce((total, term) => total + term.weight, 0),
    ),
  );
  // A phrase of degree (成本…高) is about this very aspect: it decides unless the words around it say the same, and more.
  const weaker = Math.sign(said.score ?? 0) !== Math.sign(sum) || Math.abs(sum) < Math.abs(said.score ?? 0);
  if (said.score !== null && weaker) {
    return { from, to, place, score: said.score, confidence: PHRASE_CONFIDENCE, terms: said.terms };
  }
  return { from, to, place, score: sum, confidence: evidence?.confidence ?? 0, terms };
}

/** Clauses that only name an aspect tell what is talked about; those that judge it decide. */
const NAMED_WEIGHT = 0.2;
const JUDGES_FROM = 0.1;

function aspectReading(aspect: Aspect, evidence: Evidence[]): TargetReading['aspects'][number] {
  const votes = evidence.map(({ place, score, confidence }) => ({
    place: place ?? ('body' as const),
    score,
    confidence: (confidence ?? 1) * (Math.abs(score) < JUDGES_FROM ? NAMED_WEIGHT : 1),
  }));
  const { score } = weightedScore(votes);
  return { aspect, score, label: labelOf(score), evidence };
}
