import type { Evidence, EvidenceTerm, Forecast, Quote, Reading } from '@timbre/contracts';
import type { Mark } from './segment-text.js';

export const layers = ['evidence', 'quotes', 'forecasts', 'entities'] as const;
export type Layer = (typeof layers)[number];

export type TextMark =
  | { type: 'sentence'; evidence: Evidence }
  | { type: 'term'; term: EvidenceTerm }
  | { type: 'quote'; quote: Quote }
  | { type: 'forecast'; forecast: Forecast }
  | { type: 'entity'; name: string; id: string };

/** A learned model gives every word some weight; those that would read as 0.0 explain nothing. */
const TELLING = 0.05;
const tells = (term: EvidenceTerm) => Math.abs(term.weight) >= TELLING;

/** Marks of one layer; the evidence layer is that of one target. */
export function textMarks(reading: Reading, layer: Layer, target: string | null): Mark<TextMark>[] {
  switch (layer) {
    case 'evidence':
      return evidenceOf(reading, target).flatMap((evidence) => [
        { from: evidence.from, to: evidence.to, kind: { type: 'sentence' as const, evidence } },
        ...evidence.terms
          .filter(tells)
          .map((term) => ({ from: term.from, to: term.to, kind: { type: 'term' as const, term } })),
      ]);
    case 'quotes':
      return reading.quotes.map((quote) => ({
        from: quote.from,
        to: quote.to,
        kind: { type: 'quote' as const, quote },
      }));
    case 'forecasts':
      return reading.forecasts.map((forecast) => ({
        ...forecast.span,
        kind: { type: 'forecast' as const, forecast },
      }));
    case 'entities':
      return reading.entities.flatMap((entity) =>
        entity.mentions.map((mention) => ({
          from: mention.from,
          to: mention.to,
          kind: { type: 'entity' as const, name: entity.name, id: entity.id },
        })),
      );
  }
}

/** Evidence of a target ref; for the article as a whole that of every target, each sentence once. */
function evidenceOf(reading: Reading, target: string | null): Evidence[] {
  if (target !== null) return reading.targets.find((item) => targetKey(item) === target)?.evidence ?? [];
  const bySentence = new Map(
    reading.targets.flatMap((item) => item.evidence).map((evidence) => [`${evidence.from}:${evidence.to}`, evidence]),
  );
  return [...bySentence.values()];
}

export function targetKey(target: { kind: string; id: string }): string {
  return `${target.kind}:${target.id}`;
}
