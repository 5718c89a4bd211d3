import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE, type CoverageFilter, type Quote } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import { SqlParameters } from '../measures/sql-parameters.js';
import { inLeadArticle, statementConditions, type StatementFilter } from './statement-conditions.js';

interface QuoteQuestion extends StatementFilter, Pick<CoverageFilter, 'targets' | 'unit'> {
  after?: { published: Date; articleId: string; ordinal: number };
  limit: number;
}

export interface StoredStatement<Body> {
  articleId: string;
  ordinal: number;
  title: string;
  sourceId: string;
  published: Date;
  body: Body;
}

@Injectable()
export class QuoteListRepository {
  constructor(private readonly database: Database) {}

  /** Quotes, newest first; of targets, those that say something of one of them. */
  page(question: QuoteQuestion): Promise<StoredStatement<Quote>[]> {
    const parameters = new SqlParameters();
    const { after, targets, unit } = question;
    const about =
      targets.length === 0 || targets.includes(ALL_COVERAGE)
        ? ''
        : ` AND s.targets && ${parameters.add(targets)}::text[]`;
    const beyond =
      after === undefined
        ? ''
        : ` AND (s.published, s.article_id, s.ordinal) < (${parameters.add(after.published)}::timestamptz,
              ${parameters.add(after.articleId)}::uuid, ${parameters.add(after.ordinal)}::smallint)`;
    const once = unit === 'stories' ? inLeadArticle : '';
    return this.database.query<StoredStatement<Quote>>(
      `WITH page AS MATERIALIZED (
         SELECT s.article_id, s.ordinal, s.published, s.source_id, s.body FROM quote s
         WHERE true${statementConditions(question, parameters)}${about}${once}${beyond}
         ORDER BY s.published DESC, s.article_id DESC, s.ordinal DESC LIMIT ${parameters.add(question.limit)})
       SELECT p.article_id AS "articleId", p.ordinal, a.title, p.source_id AS "sourceId", p.published, p.body
       FROM page p JOIN article a ON a.id = p.article_id
       ORDER BY p.published DESC, p.article_id DESC, p.ordinal DESC`,
      parameters.values,
    );
  }
}
