import { Injectable } from '@nestjs/common';
import type { Forecast } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import { SqlParameters } from '../measures/sql-parameters.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';
import type { StoredStatement } from './quote-list.repository.js';
import { inArticlesAbout, inLeadArticle, statementConditions } from './statement-conditions.js';

export interface ForecastQuestion extends Pick<
  ResolvedFilter,
  'from' | 'to' | 'sources' | 'languages' | 'speakers' | 'targets' | 'unit'
> {
  subject?: string;
  limit: number;
}

interface SubjectCount {
  subject: string;
  /** The words of the most recent claim about it. */
  words: string;
  n: number;
}

@Injectable()
export class ForecastListRepository {
  constructor(private readonly database: Database) {}

  /** Claims, newest first. */
  claims(question: ForecastQuestion): Promise<StoredStatement<Forecast>[]> {
    const parameters = new SqlParameters();
    const where = conditions(question, parameters);
    return this.database.query<StoredStatement<Forecast>>(
      `SELECT s.article_id AS "articleId", s.ordinal, a.title, s.source_id AS "sourceId", s.published, s.body
       FROM forecast s JOIN article a ON a.id = s.article_id WHERE ${where}
       ORDER BY s.published DESC, s.article_id DESC, s.ordinal DESC LIMIT ${parameters.add(question.limit)}`,
      parameters.values,
    );
  }

  async total(question: ForecastQuestion): Promise<number> {
    const parameters = new SqlParameters();
    const [row] = await this.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM forecast s WHERE ${conditions(question, parameters)}`,
      parameters.values,
    );
    return row?.n ?? 0;
  }

  /** What is predicted, most often first, whatever subject is chosen. */
  subjects(question: ForecastQuestion, most: number): Promise<SubjectCount[]> {
    const parameters = new SqlParameters();
    const where = conditions({ ...question, subject: undefined }, parameters);
    return this.database.query<SubjectCount>(
      `SELECT s.subject, (array_agg(s.body ->> 'subject' ORDER BY s.published DESC))[1] AS words, count(*)::int AS n
       FROM forecast s WHERE s.subject IS NOT NULL AND ${where}
       GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ${parameters.add(most)}`,
      parameters.values,
    );
  }
}

function conditions(question: ForecastQuestion, parameters: SqlParameters): string {
  const subject = question.subject === undefined ? '' : ` AND s.subject = ${parameters.add(question.subject)}`;
  const once = question.unit === 'stories' ? inLeadArticle : '';
  const about = inArticlesAbout(question.targets, parameters);
  return `true${statementConditions(question, parameters)}${subject}${about}${once}`;
}
