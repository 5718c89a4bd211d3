import { classificationScores, type ClassificationScores, type JudgedItem } from './classification.js';
import type { FoundCounts, Judgement } from './judge-reading.js';
import { f1OfCounts } from './match-items.js';

/** F1 of found items, false alarms, and what of the matches is right. */
export interface FoundScores {
  gold: number;
  predicted: number;
  precision: number;
  recall: number;
  f1: number;
  /** Texts in which there is nothing to find, and those of them in which something was found. */
  negatives: number;
  alarms: number;
  /** Share of matches labelled with an attribute (speaker, kind, hedge) that were read alike; null where none was. */
  right: Record<string, number | null>;
}

/** Scores of one file in one language (or of all). */
export interface EvaluationReport {
  file: string;
  lang: string;
  /** Labelled texts. */
  texts: number;
  sentiment?: ClassificationScores;
  quotes?: FoundScores;
  forecasts?: FoundScores;
}

function foundScores(counts: readonly FoundCounts[]): FoundScores | undefined {
  if (counts.length === 0) return undefined;
  const total = { gold: 0, predicted: 0, matched: 0 };
  const checked: FoundCounts['checked'] = {};
  for (const one of counts) {
    total.gold += one.gold;
    total.predicted += one.predicted;
    total.matched += one.matched;
    for (const [name, { labelled, right }] of Object.entries(one.checked)) {
      const sum = (checked[name] ??= { labelled: 0, right: 0 });
      sum.labelled += labelled;
      sum.right += right;
    }
  }
  const negatives = counts.filter(({ gold }) => gold === 0);
  const { gold, predicted } = total;
  return {
    gold,
    predicted,
    ...f1OfCounts(total.matched, gold, predicted),
    negatives: negatives.length,
    alarms: negatives.filter((one) => one.predicted > 0).length,
    right: Object.fromEntries(
      Object.entries(checked).map(([name, { labelled, right }]) => [name, labelled === 0 ? null : right / labelled]),
    ),
  };
}

/** Sums the judgements of one file and language up. */
export function reportOf(file: string, lang: string, judgements: readonly Judgement[]): EvaluationReport {
  const items: JudgedItem[] = judgements.flatMap((judgement) => judgement.items);
  const found = (kind: 'quotes' | 'forecasts'): FoundCounts[] =>
    judgements.map((judgement) => judgement[kind]).filter((counts): counts is FoundCounts => counts !== undefined);
  return {
    file,
    lang,
    texts: judgements.length,
    ...(items.length === 0 ? {} : { sentiment: classificationScores(items) }),
    quotes: foundScores(found('quotes')),
    forecasts: foundScores(found('forecasts')),
  };
}
