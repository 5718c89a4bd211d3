import { classificationScores, type ClassificationScores, type JudgedItem } from './classification.js';
import type { FoundCounts, Judgement } from './judge-reading.js';
import { f1OfCounts } from './match-items.js';

/** F1 of found items and the share of matches with the right speaker, kind or hedge. */
export interface FoundScores {
  gold: number;
  predicted: number;
  precision: number;
  recall: number;
  f1: number;
  right: Record<string, number>;
}

/** Scores of one file in one language (or of all). */
export interface EvaluationReport {
  file: string;
  lang: string;
  sentiment?: ClassificationScores;
  quotes?: FoundScores;
  forecasts?: FoundScores;
}

function foundScores(counts: readonly FoundCounts[]): FoundScores | undefined {
  if (counts.length === 0) return undefined;
  const total = { gold: 0, predicted: 0, matched: 0 };
  const right: Record<string, number> = {};
  for (const { gold, predicted, matched, right: own } of counts) {
    total.gold += gold;
    total.predicted += predicted;
    total.matched += matched;
    for (const [name, number] of Object.entries(own)) right[name] = (right[name] ?? 0) + number;
  }
  const shares = Object.entries(right).map(([name, n]) => [name, total.matched === 0 ? 0 : n / total.matched] as const);
  const { gold, predicted } = total;
  return { gold, predicted, ...f1OfCounts(total.matched, gold, predicted), right: Object.fromEntries(shares) };
}

/** Sums the judgements of one file and language up. */
export function reportOf(file: string, lang: string, judgements: readonly Judgement[]): EvaluationReport {
  const items: JudgedItem[] = judgements.flatMap((judgement) => judgement.items);
  const found = (kind: 'quotes' | 'forecasts'): FoundCounts[] =>
    judgements.map((judgement) => judgement[kind]).filter((counts): counts is FoundCounts => counts !== undefined);
  return {
    file,
    lang,
    ...(items.length === 0 ? {} : { sentiment: classificationScores(items) }),
    quotes: foundScores(found('quotes')),
    forecasts: foundScores(found('forecasts')),
  };
}
