import type { BreakdownRow } from '@timbre/contracts';
import { shareOfVoice, shrunkMean } from '@timbre/metrics';
import { netOf, neutralOf, weightedCounts } from '../measures/measure-values.js';
import type { Measure } from '../measures/measure.repository.js';

interface BreakdownInput {
  current: readonly Measure[];
  /** Null when nothing is compared. */
  previous: readonly Measure[] | null;
  /** What a measure is a row of: its source, language or target. */
  keyOf: (measure: Measure) => string;
  nameOf: (key: string) => string;
  /** Net sentiment over 90 days towards which a row's small sample is pulled. */
  priorOf: (key: string) => number | null;
}

/** Rows of a breakdown, largest first; a key that is mentioned in neither period has no row. */
export function breakdownRows({ current, previous, keyOf, nameOf, priorOf }: BreakdownInput): BreakdownRow[] {
  const before = previous === null ? null : new Map(previous.map((measure) => [keyOf(measure), measure]));
  const rows = current.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n || (keyOf(a) < keyOf(b) ? -1 : 1));
  const shares = shareOfVoice(rows.map(({ weight }) => weight));
  return rows.map((measure, index) => {
    const key = keyOf(measure);
    const past = before?.get(key);
    const { positive, negative } = weightedCounts(measure);
    const prior = priorOf(key);
    return {
      key,
      name: nameOf(key),
      n: measure.n,
      positive: measure.positive,
      neutral: neutralOf(measure),
      negative: measure.negative,
      net: netOf(measure),
      shrunk: prior === null ? null : shrunkMean(positive - negative, measure.weight, prior),
      previousNet: past === undefined ? null : netOf(past).value,
      previousN: before === null ? null : (past?.n ?? 0),
      share: shares[index] ?? 0,
    };
  });
}

const priorMs = 90 * 86_400_000;

/** Where the days begin towards whose mean small samples are pulled. */
export function ninetyDaysBefore(to: Date): Date {
  return new Date(to.getTime() - priorMs);
}

/** A number now, in the compared period (null when nothing is compared), and over 90 days. */
export interface ComparedMeasures {
  current: readonly Measure[];
  previous: readonly Measure[] | null;
  prior: readonly Measure[];
}

/** Rows per target, each pulled towards the target's own 90 days. */
export function rowsPerTarget(
  { current, previous, prior }: ComparedMeasures,
  nameOf: (target: string) => string,
): BreakdownRow[] {
  const means = new Map(prior.map((measure) => [measure.target, netOf(measure).value]));
  return breakdownRows({
    current,
    previous,
    keyOf: ({ target }) => target,
    nameOf,
    priorOf: (key) => means.get(key) ?? null,
  });
}

/** Rows of one target by source or language, each pulled towards the target's 90 days over all rows. */
export function rowsPerSourceOrLanguage(
  { current, previous, prior: [whole] }: ComparedMeasures,
  nameOf: (key: string) => string,
): BreakdownRow[] {
  const mean = whole === undefined ? null : netOf(whole).value;
  return breakdownRows({ current, previous, keyOf: ({ key }) => key ?? '', nameOf, priorOf: () => mean });
}
