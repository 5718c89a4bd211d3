import { measureNames, rollupGrains, type RollupName } from './rollup-delta.js';

/** How each key column of a roll-up follows from a mention `m`; `$1` is the reporting zone. */
const keyExpressions: Record<string, string> = {
  target: 'm.target',
  lang: 'm.lang',
  source_id: 'm.source_id',
  hour: `date_trunc('hour', m.published, 'UTC')`,
  day: '(m.published AT TIME ZONE $1)::date',
  month: `date_trunc('month', m.published AT TIME ZONE $1)::date`,
};

const measureExpressions = ['', 'lead_'].flatMap((prefix) => {
  const only = prefix === '' ? '' : ' FILTER (WHERE m.lead)';
  return [
    `count(*)${only} AS ${prefix}n`,
    `count(*) FILTER (WHERE m.label > 0${prefix === '' ? '' : ' AND m.lead'}) AS ${prefix}positive`,
    `count(*) FILTER (WHERE m.label < 0${prefix === '' ? '' : ' AND m.lead'}) AS ${prefix}negative`,
    `coalesce(sum(m.score)${only}, 0) AS ${prefix}score_sum`,
    `coalesce(sum(m.score::int * m.score)${only}, 0) AS ${prefix}score_sq`,
  ];
});

/** A query that makes a roll-up from nothing but mentions; `$1` is the reporting zone (unused by the hour grain). */
export function recomputeRollup(rollup: RollupName): string {
  const keys = Object.keys(rollupGrains[rollup]);
  return `SELECT ${keys.map((key) => `${keyExpressions[key]} AS ${key}`).join(', ')}, ${measureExpressions.join(', ')}
    FROM mention m WHERE $1::text IS NOT NULL GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`;
}

/** Rows in which the stored roll-up and the recomputation differ; a row of zeros equals no row. */
export function rollupDifferences(rollup: RollupName): string {
  const keys = Object.keys(rollupGrains[rollup]);
  const differs = measureNames.map((name) => `coalesce(stored.${name}, 0) <> coalesce(fresh.${name}, 0)`).join(' OR ');
  return `SELECT ${keys.map((key) => `${key}::text`).join(', ')}, coalesce(stored.n, 0) AS stored, coalesce(fresh.n, 0) AS recomputed
    FROM ${rollup} stored FULL JOIN (${recomputeRollup(rollup)}) fresh USING (${keys.join(', ')})
    WHERE ${differs}`;
}

/** The same for the count of readings per version and day. */
export const versionDifferences = `
  SELECT analysis_version, catalogue_version::text, day::text,
         coalesce(stored.n, 0) AS stored, coalesce(fresh.n, 0) AS recomputed
  FROM rollup_version_day stored FULL JOIN (
    SELECT analysis_version, catalogue_version, (published AT TIME ZONE $1)::date AS day, count(*) AS n
    FROM article WHERE analysis_version IS NOT NULL GROUP BY 1, 2, 3
  ) fresh USING (analysis_version, catalogue_version, day)
  WHERE coalesce(stored.n, 0) <> coalesce(fresh.n, 0)`;
