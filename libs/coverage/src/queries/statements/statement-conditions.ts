import { ALL_COVERAGE } from '@timbre/contracts';
import type { SqlParameters } from '../measures/sql-parameters.js';

/** The part of a filter that quotes and forecasts can be asked about. */
export interface StatementFilter {
  from?: Date;
  to?: Date;
  sources: readonly string[];
  languages: readonly string[];
  speakers: readonly string[];
}

/** Conditions on rows `s` of `quote` or `forecast`, beginning with AND. */
export function statementConditions(filter: StatementFilter, parameters: SqlParameters): string {
  const conditions: string[] = [];
  if (filter.from !== undefined) conditions.push(`s.published >= ${parameters.add(filter.from)}::timestamptz`);
  if (filter.to !== undefined) conditions.push(`s.published < ${parameters.add(filter.to)}::timestamptz`);
  if (filter.sources.length > 0) conditions.push(`s.source_id = ANY(${parameters.add(filter.sources)}::text[])`);
  if (filter.languages.length > 0) conditions.push(`s.lang = ANY(${parameters.add(filter.languages)}::text[])`);
  if (filter.speakers.length > 0) {
    const speakers = parameters.add(filter.speakers);
    conditions.push(`(s.speaker_entity = ANY(${speakers}::text[]) OR s.speaker = ANY(${speakers}::text[]))`);
  }
  return conditions.map((condition) => ` AND ${condition}`).join('');
}

/** Only from the first article of each story; copies say the same again. */
export const inLeadArticle = ` AND EXISTS (SELECT 1 FROM mention l WHERE l.article_id = s.article_id
  AND l.published = s.published AND l.target = '${ALL_COVERAGE}' AND l.lead)`;

/** From articles that mention any of the targets. */
export function inArticlesAbout(targets: readonly string[], parameters: SqlParameters): string {
  return targets.length === 0 || targets.includes(ALL_COVERAGE)
    ? ''
    : ` AND EXISTS (SELECT 1 FROM mention t WHERE t.article_id = s.article_id AND t.published = s.published
          AND t.target = ANY(${parameters.add(targets)}::text[]))`;
}
