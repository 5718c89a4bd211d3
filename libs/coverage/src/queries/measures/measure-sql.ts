import type { Bucket, CountingUnit } from '@timbre/contracts';
import { HALF_LIFE_DAYS } from '@timbre/metrics';
import { type GrainSegment, planGrains, type RollupGrain } from './grain-plan.js';
import { mentionConditions, type MentionConditions } from './mention-conditions.js';
import { SqlParameters } from './sql-parameters.js';

export type MeasureDimension = 'none' | 'language' | 'source';

/** What is to be counted, over which range, cut how. */
export interface MeasureQuestion extends MentionConditions {
  targets: readonly string[];
  from: Date;
  to: Date;
  tz: string;
  /** Null for one total per target (and dimension). */
  bucket: Bucket | null;
  by: MeasureDimension;
  unit: CountingUnit;
  weighting: 'none' | 'decayed';
}

/** Relative audience of the sources that do not have the ordinary one; for weights. */
export interface Reach {
  sourceIds: readonly string[];
  reach: readonly number[];
}

export interface Statement {
  text: string;
  values: readonly unknown[];
}

/**
 * Counts mentions. In: the question and the reporting zone. Out, per target, `slot` (see `SeriesBucket`) and `key`
 * (language or source): n, positive, negative, Σscore in the unit; articles and stories; with weights also
 * their sums in all and per label. Written as one UNION of the segments of `planGrains`, each grouped by itself, so
 * that the outer sum works on few rows.
 */
export function measureStatement(question: MeasureQuestion, zone: string, reach: Reach): Statement {
  const parameters = new SqlParameters();
  const segments = planGrains(
    {
      ...question,
      languages: question.languages.length > 0 || question.by === 'language',
      sources: question.sources.length > 0 || question.by === 'source',
      mentionsOnly:
        question.labels.length + question.aspects.length + question.speakers.length > 0 ||
        question.weighting === 'decayed',
    },
    zone,
  );
  if (segments.length === 0) return { text: emptyMeasures, values: [] };
  const parts = segments.map((segment) =>
    segment.grain === 'mentions'
      ? mentionSegment(question, segment, parameters, reach)
      : rollupSegment(question, segment, segment.grain, parameters, zone),
  );
  // One segment is grouped already.
  const merged =
    parts.length === 1
      ? (parts[0] ?? '')
      : `SELECT target, slot, key, ${sums.map((name) => `sum(${name}) AS ${name}`).join(', ')}
         FROM (${parts.join(' UNION ALL ')}) parts GROUP BY target, slot, key`;
  const text = `SELECT target, ${slotText(question.bucket)} AS slot, key, n, positive, negative, score_sum AS "scoreSum",
      articles, stories, weight, weight_positive AS "weightPositive",
      weight_negative AS "weightNegative"
    FROM (${merged}) measures WHERE articles > 0`;
  return { text, values: parameters.values };
}

/** All sums are doubles: whole numbers stay exact up to 9·10¹⁵, and numeric would cost ten times as much. */
const sums = [
  'n',
  'positive',
  'negative',
  'score_sum',
  'articles',
  'stories',
  'weight',
  'weight_positive',
  'weight_negative',
];

const emptyMeasures = `SELECT ''::text AS target WHERE false`;

/** Slots are dates or instants while they are grouped, and text in the answer. */
function slotText(bucket: Bucket | null): string {
  if (bucket === null) return 'NULL::text';
  return bucket === 'hour' ? '(extract(epoch FROM slot) * 1000)::bigint::text' : `to_char(slot, 'YYYY-MM-DD')`;
}

function rollupSegment(
  question: MeasureQuestion,
  segment: GrainSegment,
  time: RollupGrain,
  parameters: SqlParameters,
  zone: string,
): string {
  const { by, bucket, tz } = question;
  const bySource = by === 'source' || question.sources.length > 0;
  const table = `rollup_target_${bySource ? 'source' : 'language'}_${time}`;
  const bound = (moment: Date): string =>
    time === 'hour'
      ? `${parameters.add(moment)}::timestamptz`
      : `(${parameters.add(moment)}::timestamptz AT TIME ZONE ${parameters.add(zone)}::text)::date`;
  const local = (): string =>
    time === 'hour' ? `(hour AT TIME ZONE ${parameters.add(tz)}::text)` : `${time}::timestamp`;
  const unit = question.unit === 'stories' ? 'lead_' : '';
  const conditions = [
    question.sources.length > 0 ? ` AND source_id = ANY(${parameters.add(question.sources)}::text[])` : '',
    question.languages.length > 0 ? ` AND lang = ANY(${parameters.add(question.languages)}::text[])` : '',
  ].join('');
  return `SELECT target, ${slotOf(bucket, local, () => 'hour')} AS slot, ${keyOf(by)} AS key,
      sum(${unit}n)::float8 AS n, sum(${unit}positive)::float8 AS positive, sum(${unit}negative)::float8 AS negative,
      sum(${unit}score_sum::float8) AS score_sum,
      sum(n)::float8 AS articles, sum(lead_n)::float8 AS stories, ${unweightedColumns}
    FROM ${table}
    WHERE target = ANY(${parameters.add(question.targets)}::text[]) AND ${time} >= ${bound(segment.from)}
      AND ${time} < ${bound(segment.to)}${conditions}
    GROUP BY 1, 2, 3`;
}

function mentionSegment(
  question: MeasureQuestion,
  segment: GrainSegment,
  parameters: SqlParameters,
  reach: Reach,
): string {
  const { by, bucket, tz, unit } = question;
  const local = (): string => `(m.published AT TIME ZONE ${parameters.add(tz)}::text)`;
  const hour = (): string => `date_trunc('hour', m.published, ${parameters.add(tz)}::text)`;
  const counted = (condition?: string): string => {
    const parts = [unit === 'stories' ? 'm.lead' : '', condition ?? ''].filter((part) => part !== '');
    return parts.length === 0 ? '' : ` FILTER (WHERE ${parts.join(' AND ')})`;
  };
  const { join, weight } = question.weighting === 'decayed' ? weights(question, parameters, reach) : unweighted;
  return `SELECT m.target, ${slotOf(bucket, local, hour)} AS slot, ${keyOf(by, 'm.')} AS key,
      (count(*)${counted()})::float8 AS n, (count(*)${counted('m.label > 0')})::float8 AS positive,
      (count(*)${counted('m.label < 0')})::float8 AS negative,
      coalesce(sum(m.score)${counted()}, 0)::float8 AS score_sum,
      count(*)::float8 AS articles, (count(*) FILTER (WHERE m.lead))::float8 AS stories,
      ${weight === null ? unweightedColumns : weightColumns(weight, counted)}
    FROM mention m${join}
    WHERE m.target = ANY(${parameters.add(question.targets)}::text[])
      AND m.published >= ${parameters.add(segment.from)}::timestamptz
      AND m.published < ${parameters.add(segment.to)}::timestamptz${mentionConditions(question, parameters)}
    GROUP BY 1, 2, 3`;
}

const unweighted = { join: '', weight: null };

/** Without weighting, weights equal counts; the reader of the answer fills them in. */
const unweightedColumns = `NULL::float8 AS weight, NULL::float8 AS weight_positive, NULL::float8 AS weight_negative`;

const weightColumns = (weight: string, counted: (condition?: string) => string): string =>
  `coalesce(sum(${weight})${counted()}, 0)::float8 AS weight,
   coalesce(sum(${weight})${counted('m.label > 0')}, 0)::float8 AS weight_positive,
   coalesce(sum(${weight})${counted('m.label < 0')}, 0)::float8 AS weight_negative`;

/** Weight of a mention, see `mentionWeight` of @timbre/metrics: recency, story size, reach. */
function weights(
  { to }: MeasureQuestion,
  parameters: SqlParameters,
  { sourceIds, reach }: Reach,
): { join: string; weight: string } {
  const ageDays = `greatest(0, extract(epoch FROM ${parameters.add(to)}::timestamptz - m.published)::float8 / 86400)`;
  return {
    join: ` JOIN article a ON a.id = m.article_id JOIN story s ON s.id = a.story_id
      LEFT JOIN unnest(${parameters.add(sourceIds)}::text[], ${parameters.add(reach)}::float8[]) AS r (source_id, reach)
        ON r.source_id = m.source_id`,
    weight: `power(2, -${ageDays} / ${HALF_LIFE_DAYS}) * coalesce(r.reach, 1) / sqrt(greatest(1, s.articles))`,
  };
}

/** Parameters that a statement does not use are refused, so the expressions are made only where they are needed. */
function slotOf(bucket: Bucket | null, local: () => string, hour: () => string): string {
  if (bucket === null) return 'NULL::date';
  return bucket === 'hour' ? hour() : `date_trunc('${bucket}', ${local()})::date`;
}

function keyOf(by: MeasureDimension, table = ''): string {
  return by === 'none' ? 'NULL::text' : by === 'language' ? `${table}lang` : `${table}source_id`;
}
