import { ALL_COVERAGE, type RereadPreview, type TargetRef } from '@timbre/contracts';
import { netSentiment } from '@timbre/metrics';
import { findJudgedStatements } from '../corrections/find-judged-statements.js';
import type { ReadingRows } from '../readings/reading-rows.js';
import type { LabelSign } from '../rollups/contribution.js';

/** One article as it is stored and as it would be. */
export interface ReadingPair {
  lang: string;
  before: ReadingRows;
  after: ReadingRows;
}

type LabelChanges = RereadPreview['labels'];
type Comparison = Pick<RereadPreview, 'labels' | 'languages' | 'quotes' | 'forecasts'> & {
  targets: Omit<RereadPreview['targets'][number], 'name'>[];
};

interface Tally extends LabelChanges {
  appeared: number;
  disappeared: number;
  before: Counts;
  after: Counts;
}
interface Counts {
  positive: number;
  neutral: number;
  negative: number;
}

const noChanges = (): LabelChanges => ({ compared: 0, changed: 0, flipped: 0 });
const noCounts = (): Counts => ({ positive: 0, neutral: 0, negative: 0 });
const nameOfSign = { '-1': 'negative', '0': 'neutral', '1': 'positive' } as const;

/**
 * What re-reading would move: labels of mentions that both readings have, net sentiment of each target over its mentions
 * before and after, statements found. The article as a whole is a target (`all`), but no part of the label totals.
 */
export function compareReadings(pairs: readonly ReadingPair[]): Comparison {
  const labels = noChanges();
  const languages = new Map<string, LabelChanges & { articles: number }>();
  const targets = new Map<TargetRef, Tally>();
  const quotes = { before: 0, after: 0, kept: 0 };
  const forecasts = { before: 0, after: 0, kept: 0 };
  for (const { lang, before, after } of pairs) {
    const language = entryOf(languages, lang, () => ({ ...noChanges(), articles: 0 }));
    language.articles += 1;
    const was = new Map(before.mentions.map(({ target, label }) => [target, label]));
    const is = new Map(after.mentions.map(({ target, label }) => [target, label]));
    for (const target of new Set([...was.keys(), ...is.keys()])) {
      const tally = entryOf(targets, target, () => ({
        ...noChanges(),
        appeared: 0,
        disappeared: 0,
        before: noCounts(),
        after: noCounts(),
      }));
      const totals = target === ALL_COVERAGE ? [tally] : [tally, labels, language];
      countTarget(tally, totals, was.get(target), is.get(target));
    }
    countStatements(quotes, before.quotes, after.quotes);
    countStatements(forecasts, before.forecasts, after.forecasts);
  }
  return {
    labels,
    languages: [...languages]
      .map(([lang, counted]) => ({ lang, ...counted }))
      .sort((a, b) => b.articles - a.articles || (a.lang < b.lang ? -1 : 1)),
    targets: [...targets]
      .map(([target, tally]) => ({
        target,
        ...tally,
        before: netSentiment(tally.before),
        after: netSentiment(tally.after),
      }))
      .sort((a, b) => shiftOf(b) - shiftOf(a) || b.compared - a.compared || (a.target < b.target ? -1 : 1)),
    quotes,
    forecasts,
  };
}

function countTarget(
  tally: Tally,
  totals: readonly LabelChanges[],
  was: LabelSign | undefined,
  is: LabelSign | undefined,
): void {
  if (was !== undefined) tally.before[nameOfSign[was]] += 1;
  if (is !== undefined) tally.after[nameOfSign[is]] += 1;
  if (was === undefined) tally.appeared += 1;
  else if (is === undefined) tally.disappeared += 1;
  else {
    for (const total of totals) {
      total.compared += 1;
      if (was !== is) total.changed += 1;
      if (was * is === -1) total.flipped += 1;
    }
  }
}

interface Statement {
  ordinal: number;
  body: { text: string };
}

function countStatements(
  total: { before: number; after: number; kept: number },
  before: readonly Statement[],
  after: readonly Statement[],
): void {
  const words = (statements: readonly Statement[]) =>
    statements.map(({ ordinal, body }) => ({ key: String(ordinal), words: body.text }));
  total.before += before.length;
  total.after += after.length;
  total.kept += findJudgedStatements(words(before), words(after)).filter((index) => index !== -1).length;
}

/** The shift of net sentiment in units of the two intervals' half widths; a target that is new or gone comes last. */
function shiftOf({ before, after }: Pick<RereadPreview['targets'][number], 'before' | 'after'>): number {
  if (before.value === null || after.value === null) return 0;
  const half = ({ low, high }: typeof before): number => ((high ?? 0) - (low ?? 0)) / 2;
  return Math.abs(after.value - before.value) / Math.hypot(half(before), half(after), 1e-9);
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, made: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = made();
  map.set(key, value);
  return value;
}
