import type { Bucket, CountingUnit } from '@timbre/contracts';
import { HALF_LIFE_DAYS } from '@timbre/metrics';
import { type GrainSegment, planGrains } from './grain-plan.js';
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
 * (language or source): n, positive, negative, Σscore, Σscore² in the unit; articles and stories; with weights also
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
      : rollupSegment(question, segment, parameters, zone),
  );
  const text = `SELECT target, slot, key, sum(n)::float8 AS n, sum(positive)::float8 AS positive, sum(negative)::float8 AS negative,
      sum(score_sum)::float8 AS "scoreSum", sum(score_sq)::float8 AS "scoreSquares",
      sum(articles)::float8 AS articles, sum(stories)::float8 AS stories, sum(weight)::float8 AS weight,
      sum(weight_positive)::float8 AS "weightPositive", sum(weight_negative)::float8 AS "weightNegative"
    FROM (${parts.join(' UNION ALL ')}) measures
    GROUP BY target, slot, key HAVING sum(articles) > 0`;
  return { text, values: parameters.values };
}

const emptyMeasures = `SELECT ''::text AS target WHERE false`;

function rollupSegment(
  question: MeasureQuestion,
  segment: GrainSegment,
  parameters: SqlParameters,
  zone: string,
): string {
  const { by, bucket, tz } = question;
  const bySource = by === 'source' || question.sources.length > 0;
  const day = segment.grain === 'day';
  const table = bySource
    ? 'rollup_target_source_day'
    : day
      ? 'rollup_target_language_day'
      : 'rollup_target_language_hour';
  const time = day ? 'day' : 'hour';
  const bound = (moment: Date): string =>
    day
      ? `(${parameters.add(moment)}::timestamptz AT TIME ZONE ${parameters.add(zone)}::text)::date`
      : `${parameters.add(moment)}::timestamptz`;
  const local = (): string => (day ? 'day::timestamp' : `(hour AT TIME ZONE ${parameters.add(tz)}::text)`);
  const unit = question.unit === 'stories' ? 'lead_' : '';
  const conditions = [
    question.sources.length > 0 ? ` AND source_id = ANY(${parameters.add(question.sources)}::text[])` : '',
    question.languages.length > 0 ? ` AND lang = ANY(${parameters.add(question.languages)}::text[])` : '',
  ].join('');
  return `SELECT target, ${slotOf(bucket, local, () => 'hour')} AS slot, ${keyOf(by)} AS key,
      sum(${unit}n) AS n, sum(${unit}positive) AS positive, sum(${unit}negative) AS negative,
      sum(${unit}score_sum) AS score_sum, sum(${unit}score_sq) AS score_sq, sum(n) AS articles, sum(lead_n) AS stories,
      sum(${unit}n)::float8 AS weight, sum(${unit}positive)::float8 AS weight_positive,
      sum(${unit}negative)::float8 AS weight_negative
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
      count(*)${counted()} AS n, count(*)${counted('m.label > 0')} AS positive, count(*)${counted('m.label < 0')} AS negative,
      coalesce(sum(m.score)${counted()}, 0) AS score_sum,
      coalesce(sum(m.score::int * m.score)${counted()}, 0) AS score_sq,
      count(*) AS articles, count(*) FILTER (WHERE m.lead) AS stories,
      coalesce(sum(${weight})${counted()}, 0)::float8 AS weight,
      coalesce(sum(${weight})${counted('m.label > 0')}, 0)::float8 AS weight_positive,
      coalesce(sum(${weight})${counted('m.label < 0')}, 0)::float8 AS weight_negative
    FROM mention m${join}
    WHERE m.target = ANY(${parameters.add(question.targets)}::text[])
      AND m.published >= ${parameters.add(segment.from)}::timestamptz
      AND m.published < ${parameters.add(segment.to)}::timestamptz${mentionConditions(question, parameters)}
    GROUP BY 1, 2, 3`;
}

const unweighted = { join: '', weight: '1' };

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
  if (bucket === null) return 'NULL::text';
  if (bucket === 'hour') return `(extract(epoch FROM ${hour()}) * 1000)::bigint::text`;
  return `to_char(date_trunc('${bucket}', ${local()}), 'YYYY-MM-DD')`;
}

function keyOf(by: MeasureDimension, table = ''): string {
  return by === 'none' ? 'NULL::text' : by === 'language' ? `${table}lang` : `${table}source_id`;
}
