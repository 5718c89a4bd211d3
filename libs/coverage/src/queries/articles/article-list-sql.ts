import { ALL_COVERAGE, type CoverageFilter } from '@timbre/contracts';
import { mentionConditions } from '../measures/mention-conditions.js';
import type { Statement } from '../measures/measure-sql.js';
import { SqlParameters } from '../measures/sql-parameters.js';

/** Which articles a list shows. */
export interface ArticleListQuestion extends Pick<
  CoverageFilter,
  'sources' | 'languages' | 'labels' | 'aspects' | 'speakers' | 'unit' | 'targets'
> {
  /** Open where absent. */
  from?: Date;
  to?: Date;
  /** A tsquery, see `searchQuery`. */
  search: string | null;
  story?: string;
  /** Target whose mention a row shows. */
  mainTarget: string;
  /** Sort key of the last row of the page before. */
  after?: { published: Date; id: string };
  limit: number;
}

/**
 * Ids and publication of one page, newest first. Where the filter speaks of mentions, the page is cut from the
 * mentions' own index; otherwise from the articles', so that articles which wait to be read show too. In stories, each
 * story shows once: by the article that counts.
 */
export function articleKeys(question: ArticleListQuestion): Statement {
  const parameters = new SqlParameters();
  const { targets, labels, aspects, speakers } = question;
  const fromMentions = targets.length + labels.length + aspects.length + speakers.length > 0;
  const text = fromMentions ? mentionKeys(question, parameters) : plainKeys(question, parameters);
  return { text, values: parameters.values };
}

function mentionKeys(question: ArticleListQuestion, parameters: SqlParameters): string {
  const targets = question.targets.length > 0 ? question.targets : [ALL_COVERAGE];
  const wanted =
    targets.length === 1
      ? `m.target = ${parameters.add(targets[0])}`
      : `m.target = ANY(${parameters.add(targets)}::text[])`;
  const once = question.unit === 'stories' && question.story === undefined ? ' AND m.lead' : '';
  const story =
    question.story === undefined
      ? ''
      : ` AND m.article_id IN (SELECT id FROM article WHERE story_id = ${parameters.add(question.story)}::uuid)`;
  return `SELECT ${targets.length > 1 ? 'DISTINCT ' : ''}m.article_id AS id, m.published FROM mention m
    WHERE ${wanted}${once}${story}${range(question, 'm.published', 'm.article_id', parameters)}
      ${mentionConditions(question, parameters)}${search(question, 'm.article_id', parameters)}
    ORDER BY m.published DESC, m.article_id DESC LIMIT ${parameters.add(question.limit)}`;
}

function plainKeys(question: ArticleListQuestion, parameters: SqlParameters): string {
  const conditions = [
    question.sources.length > 0 ? ` AND a.source_id = ANY(${parameters.add(question.sources)}::text[])` : '',
    question.languages.length > 0 ? ` AND a.lang = ANY(${parameters.add(question.languages)}::text[])` : '',
    question.story !== undefined
      ? ` AND a.story_id = ${parameters.add(question.story)}::uuid`
      : question.unit === 'stories'
        ? // A scalar subquery, because PostgreSQL would hash the whole table of stories for an EXISTS beside an OR.
          ` AND (a.analysis_version IS NULL OR (SELECT s.lead_article FROM story s WHERE s.id = a.story_id) = a.id)`
        : '',
  ].join('');
  return `SELECT a.id, a.published FROM article a
    WHERE true${conditions}${range(question, 'a.published', 'a.id', parameters)}${search(question, 'a.id', parameters)}
    ORDER BY a.published DESC, a.id DESC LIMIT ${parameters.add(question.limit)}`;
}

function range(
  { from, to, after }: ArticleListQuestion,
  published: string,
  id: string,
  parameters: SqlParameters,
): string {
  return [
    from === undefined ? '' : ` AND ${published} >= ${parameters.add(from)}::timestamptz`,
    to === undefined ? '' : ` AND ${published} < ${parameters.add(to)}::timestamptz`,
    after === undefined
      ? ''
      : ` AND (${published}, ${id}) < (${parameters.add(after.published)}::timestamptz, ${parameters.add(after.id)}::uuid)`,
  ].join('');
}

function search({ search: query }: ArticleListQuestion, id: string, parameters: SqlParameters): string {
  return query === null
    ? ''
    : ` AND ${id} IN (SELECT t.id FROM article_text t WHERE t.search @@ ${parameters.add(query)}::tsquery)`;
}
