import type { Contribution } from './contribution.js';

/** The additive columns of each roll-up. */
export const measureNames = [
  'n',
  'positive',
  'negative',
  'score_sum',
  'score_sq',
  'lead_n',
  'lead_positive',
  'lead_negative',
  'lead_score_sum',
  'lead_score_sq',
] as const;
export type MeasureName = (typeof measureNames)[number];

export interface RollupDelta {
  /** Values of the roll-up's key columns, in their order. */
  key: readonly string[];
  measures: Record<MeasureName, number>;
}

/**
 * The grains and their key columns with PostgreSQL types; each begins with the target (the shard key). Written in this
 * order: rows of months are the busiest, so they are locked last and for the shortest time.
 */
export const rollupGrains = {
  rollup_target_language_hour: { target: 'text', hour: 'timestamptz', lang: 'text' },
  rollup_target_language_day: { target: 'text', day: 'date', lang: 'text' },
  rollup_target_source_day: { target: 'text', day: 'date', source_id: 'text' },
  rollup_target_source_month: { target: 'text', month: 'date', source_id: 'text' },
  rollup_target_language_month: { target: 'text', month: 'date', lang: 'text' },
} as const;
export type RollupName = keyof typeof rollupGrains;

const keyOf: Record<RollupName, (mention: Contribution) => readonly string[]> = {
  rollup_target_language_hour: ({ target, hour, lang }) => [target, hour, lang],
  rollup_target_language_day: ({ target, day, lang }) => [target, day, lang],
  rollup_target_source_day: ({ target, day, sourceId }) => [target, day, sourceId],
  rollup_target_source_month: ({ target, day, sourceId }) => [target, firstOfMonth(day), sourceId],
  rollup_target_language_month: ({ target, day, lang }) => [target, firstOfMonth(day), lang],
};

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

/**
 * Sums what a batch adds and takes away, per roll-up key. Rows come in key order: two writers that upsert in the
 * same order cannot deadlock. Keys whose sums cancel out are left out.
 */
export function rollupDeltas(
  rollup: RollupName,
  added: readonly Contribution[],
  removed: readonly Contribution[],
): RollupDelta[] {
  const byKey = new Map<string, RollupDelta>();
  for (const mention of added) add(byKey, keyOf[rollup](mention), mention, 1);
  for (const mention of removed) add(byKey, keyOf[rollup](mention), mention, -1);
  return [...byKey.entries()]
    .filter(([, { measures }]) => measureNames.some((name) => measures[name] !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, delta]) => delta);
}

function add(byKey: Map<string, RollupDelta>, key: readonly string[], mention: Contribution, sign: 1 | -1): void {
  const joined = key.join('\u0000');
  let delta = byKey.get(joined);
  if (delta === undefined) {
    delta = { key, measures: noMeasures() };
    byKey.set(joined, delta);
  }
  const { measures } = delta;
  measures.n += sign;
  if (mention.label > 0) measures.positive += sign;
  if (mention.label < 0) measures.negative += sign;
  measures.score_sum += sign * mention.score;
  measures.score_sq += sign * mention.score * mention.score;
  if (!mention.lead) return;
  measures.lead_n += sign;
  if (mention.label > 0) measures.lead_positive += sign;
  if (mention.label < 0) measures.lead_negative += sign;
  measures.lead_score_sum += sign * mention.score;
  measures.lead_score_sq += sign * mention.score * mention.score;
}

function noMeasures(): Record<MeasureName, number> {
  return {
    n: 0,
    positive: 0,
    negative: 0,
    score_sum: 0,
    score_sq: 0,
    lead_n: 0,
    lead_positive: 0,
    lead_negative: 0,
    lead_score_sum: 0,
    lead_score_sq: 0,
  };
}
