import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE, type CoverageFilter, type Evidence, type Forecast, type Quote } from '@timbre/contracts';
import { Database, streamRows } from '@timbre/platform';
import { articleKeys, type ArticleListQuestion } from '../articles/article-list-sql.js';
import type { ListedArticle } from '../articles/article-list.repository.js';
import { mentionConditions } from '../measures/mention-conditions.js';
import { SqlParameters } from '../measures/sql-parameters.js';
import type { StoredStatement } from '../statements/quote-list.repository.js';
import { inArticlesAbout, inLeadArticle, statementConditions } from '../statements/statement-conditions.js';

/** A filter whose ends, where given, are dates. */
export type StreamQuestion = Omit<CoverageFilter, 'from' | 'to'> & { from?: Date; to?: Date };

export interface StoredMention {
  articleId: string;
  target: string;
  published: Date;
  sourceId: string;
  lang: string;
  title: string;
  url: string | null;
  /** Ten-thousandths. */
  score: number;
  label: number;
  confidence: number;
  lead: boolean;
  aspects: string[];
  evidence: { evidence: Evidence[] } | null;
}

/** No list is longer. */
const everything = 2_147_483_647;

/** Whole answers, in batches and constant memory, newest first. */
@Injectable()
export class CoverageStreamRepository {
  constructor(private readonly database: Database) {}

  articles(question: Omit<ArticleListQuestion, 'limit'>): AsyncGenerator<ListedArticle[]> {
    const { text, values } = articleKeys({ ...question, limit: everything });
    return streamRows<ListedArticle>(
      this.database,
      `WITH keys AS MATERIALIZED (${text})
       SELECT a.id, a.title, a.url, a.source_id AS "sourceId", a.byline, a.lang, a.published, a.dated, a.collected,
         a.story_id AS "storyId", greatest(1, coalesce(s.articles, 1)) AS "storySize", a.excerpt, a.state,
         m.score, m.label, m.confidence, m.evidence
       FROM keys k JOIN article a ON a.id = k.id LEFT JOIN story s ON s.id = a.story_id
       LEFT JOIN mention m ON m.article_id = k.id AND m.published = k.published AND m.target = $${values.length + 1}
       ORDER BY k.published DESC, k.id DESC`,
      [...values, question.mainTarget],
    );
  }

  async countArticles(question: Omit<ArticleListQuestion, 'limit'>): Promise<number> {
    const { text, values } = articleKeys({ ...question, limit: everything });
    return this.count(`SELECT count(*) AS n FROM (${text}) keys`, values);
  }

  mentions(question: StreamQuestion): AsyncGenerator<StoredMention[]> {
    const parameters = new SqlParameters();
    const where = mentionsWhere(question, parameters);
    return streamRows<StoredMention>(
      this.database,
      `SELECT m.article_id AS "articleId", m.target, m.published, m.source_id AS "sourceId", m.lang, a.title, a.url,
         m.score, m.label, m.confidence, m.lead, m.aspects, m.evidence
       FROM mention m JOIN article a ON a.id = m.article_id WHERE ${where}
       ORDER BY m.published DESC, m.article_id DESC, m.target`,
      parameters.values,
    );
  }

  countMentions(question: StreamQuestion): Promise<number> {
    const parameters = new SqlParameters();
    return this.count(
      `SELECT count(*) AS n FROM mention m WHERE ${mentionsWhere(question, parameters)}`,
      parameters.values,
    );
  }

  quotes(question: StreamQuestion): AsyncGenerator<StoredStatement<Quote>[]> {
    const parameters = new SqlParameters();
    return this.statements<Quote>('quote', quotesWhere(question, parameters), parameters);
  }

  countQuotes(question: StreamQuestion): Promise<number> {
    const parameters = new SqlParameters();
    return this.count(
      `SELECT count(*) AS n FROM quote s WHERE ${quotesWhere(question, parameters)}`,
      parameters.values,
    );
  }

  forecasts(question: StreamQuestion): AsyncGenerator<StoredStatement<Forecast>[]> {
    const parameters = new SqlParameters();
    return this.statements<Forecast>('forecast', forecastsWhere(question, parameters), parameters);
  }

  countForecasts(question: StreamQuestion): Promise<number> {
    const parameters = new SqlParameters();
    return this.count(
      `SELECT count(*) AS n FROM forecast s WHERE ${forecastsWhere(question, parameters)}`,
      parameters.values,
    );
  }

  private statements<Body>(
    table: 'quote' | 'forecast',
    where: string,
    parameters: SqlParameters,
  ): AsyncGenerator<StoredStatement<Body>[]> {
    return streamRows<StoredStatement<Body>>(
      this.database,
      `SELECT s.article_id AS "articleId", s.ordinal, a.title, s.source_id AS "sourceId", s.published, s.body
       FROM ${table} s JOIN article a ON a.id = s.article_id WHERE ${where}
       ORDER BY s.published DESC, s.article_id DESC, s.ordinal DESC`,
      parameters.values,
    );
  }

  private async count(sql: string, parameters: readonly unknown[]): Promise<number> {
    const [row] = await this.database.query<{ n: string }>(sql, parameters);
    return Number(row?.n ?? 0);
  }
}

function mentionsWhere(question: StreamQuestion, parameters: SqlParameters): string {
  const { from, to, targets, unit } = question;
  return [
    targets.length === 0 ? 'true' : `m.target = ANY(${parameters.add(targets)}::text[])`,
    unit === 'stories' ? ' AND m.lead' : '',
    from === undefined ? '' : ` AND m.published >= ${parameters.add(from)}::timestamptz`,
    to === undefined ? '' : ` AND m.published < ${parameters.add(to)}::timestamptz`,
    mentionConditions(question, parameters),
  ].join('');
}

function quotesWhere(question: StreamQuestion, parameters: SqlParameters): string {
  const { targets, unit } = question;
  const about =
    targets.length === 0 || targets.includes(ALL_COVERAGE)
      ? ''
      : ` AND s.targets && ${parameters.add(targets)}::text[]`;
  return `true${statementConditions(question, parameters)}${about}${unit === 'stories' ? inLeadArticle : ''}`;
}

function forecastsWhere(question: StreamQuestion, parameters: SqlParameters): string {
  const about = inArticlesAbout(question.targets, parameters);
  return `true${statementConditions(question, parameters)}${about}${question.unit === 'stories' ? inLeadArticle : ''}`;
}
