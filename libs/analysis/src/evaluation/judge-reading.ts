import type { AnalysisInput, Reading, SentimentLabel } from '@timbre/contracts';
import type { GoldLabel, JudgedItem } from './classification.js';
import { sameSpeaker } from '../forecasts/forecast-agreement.js';
import { intervalAgreement } from './interval-agreement.js';
import type { LabelledRow } from './labelled-row.js';
import { matchItems } from './match-items.js';
import { quoteAgreement } from './quote-agreement.js';

/** Counts of found items; attributes are compared on the matches only. */
export interface FoundCounts {
  gold: number;
  predicted: number;
  matched: number;
  /** By attribute: matches that were labelled with it, and those of them that were read alike. */
  checked: Record<string, { labelled: number; right: number }>;
}

/** What one reading got right of one labelled row. */
export interface Judgement {
  items: JudgedItem[];
  quotes?: FoundCounts;
  forecasts?: FoundCounts;
}

const numberOf: Record<SentimentLabel, GoldLabel> = { negative: -1, neutral: 0, positive: 1 };

/** The input that makes the analysis answer what a row asks. */
export function inputOf(row: LabelledRow, number: number): AnalysisInput {
  const targets: NonNullable<AnalysisInput['targets']> = (row.targets ?? []).map(({ name, from, to }) =>
    from === undefined || to === undefined ? name : { name, from, to },
  );
  if (row.target) {
    const { target: name, target_from: from, target_to: to } = row;
    targets.push(from == null || to == null ? name : { name, from, to });
  }
  const { text, title, lang, published } = row;
  return { id: row.id ?? String(number), text, title, lang, published, targets };
}

const sameName = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? '').trim().toLowerCase() === (b ?? '').trim().toLowerCase();

function targetItem(reading: Reading, name: string, gold: GoldLabel): JudgedItem {
  const found = reading.targets.find((target) => target.kind === 'given' && target.id === name);
  const target = found ?? reading.targets.find((other) => sameName(other.name, name));
  if (target === undefined) return { gold, predicted: 0 };
  return { gold, predicted: numberOf[target.label], confidence: target.confidence };
}

type Attribute = 'kind' | 'hedge' | 'speaker';
type Labelled = { [Key in Attribute]?: string | null | undefined };

/** A label that leaves an attribute out says nothing of it. */
function checked(
  pairs: readonly { gold: Labelled; predicted: Labelled }[],
  attributes: { [Key in Attribute]?: (gold: string | null, predicted: string | null) => boolean },
): FoundCounts['checked'] {
  return Object.fromEntries(
    (Object.keys(attributes) as Attribute[]).map((name) => {
      const labelled = pairs.filter(({ gold }) => gold[name] !== undefined);
      const right = labelled.filter(({ gold, predicted }) =>
        attributes[name]?.(gold[name] ?? null, predicted[name] ?? null),
      );
      return [name, { labelled: labelled.length, right: right.length }];
    }),
  );
}

const equal = (a: string | null, b: string | null): boolean => a === b;

function judgeQuotes(row: LabelledRow, reading: Reading): FoundCounts | undefined {
  if (row.quotes === undefined) return undefined;
  const pairs = matchItems(row.quotes, reading.quotes, (gold, predicted) => quoteAgreement(gold.text, predicted.text));
  const counts = { gold: row.quotes.length, predicted: reading.quotes.length, matched: pairs.length };
  return { ...counts, checked: checked(pairs, { speaker: sameSpeaker }) };
}

function judgeForecasts(row: LabelledRow, reading: Reading): FoundCounts | undefined {
  if (row.forecasts === undefined) return undefined;
  const pairs = matchItems(row.forecasts, reading.forecasts, intervalAgreement);
  const counts = { gold: row.forecasts.length, predicted: reading.forecasts.length, matched: pairs.length };
  return { ...counts, checked: checked(pairs, { kind: equal, hedge: equal, speaker: sameSpeaker }) };
}

/** Compares a reading with the labels of its row. */
export function judgeReading(row: LabelledRow, reading: Reading): Judgement {
  const items: JudgedItem[] = (row.targets ?? []).map(({ name, label }) => targetItem(reading, name, label));
  if (row.label !== undefined) {
    if (row.target) items.push(targetItem(reading, row.target, row.label));
    else {
      const { label, confidence } = reading.document;
      items.push({ gold: row.label, predicted: numberOf[label], confidence });
    }
  }
  return { items, quotes: judgeQuotes(row, reading), forecasts: judgeForecasts(row, reading) };
}
