import { Injectable } from '@nestjs/common';
import type { Evidence } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import type { ArticleState } from '../../intake/article.repository.js';
import { articleKeys, type ArticleListQuestion } from './article-list-sql.js';

/** An article as a list shows it, before its evidence is cut out of the text. */
export interface ListedArticle {
  id: string;
  title: string;
  url: string | null;
  sourceId: string;
  byline: string | null;
  lang: string;
  published: Date;
  dated: boolean;
  collected: Date;
  storyId: string;
  storySize: number;
  excerpt: string;
  state: ArticleState;
  score: number | null;
  label: number | null;
  confidence: number | null;
  evidence: { evidence: Evidence[] } | null;
}

/** More than this many are not counted one by one. */
const mostCounted = 1_000;

/** Text that a reading's offsets count; kept apart only where it is not title, line feed, text. */
export const readingText = `coalesce(t.reading_text, CASE WHEN a.title = '' THEN t.text ELSE a.title || E'\\n' || t.text END)`;

const listed = `a.id, a.title, a.url, a.source_id AS "sourceId", a.byline, a.lang, a.published, a.dated, a.collected,
  a.story_id AS "storyId", greatest(1, coalesce(s.articles, 1)) AS "storySize", a.excerpt, a.state,
  m.score, m.label, m.confidence, m.evidence`;

@Injectable()
export class ArticleListRepository {
  constructor(private readonly database: Database) {}

  /** One page, newest first, with the mention of `question.mainTarget`. */
  page(question: ArticleListQuestion): Promise<ListedArticle[]> {
    const { text, values } = articleKeys(question);
    return this.database.query<ListedArticle>(
      `WITH page AS MATERIALIZED (${text})
       SELECT ${listed} FROM page p JOIN article a ON a.id = p.id LEFT JOIN story s ON s.id = a.story_id
       LEFT JOIN mention m ON m.article_id = p.id AND m.published = p.published AND m.target = $${values.length + 1}
       ORDER BY p.published DESC, p.id DESC`,
      [...values, question.mainTarget],
    );
  }

  /** How many there are in all pages; null beyond a thousand. */
  async total(question: ArticleListQuestion): Promise<number | null> {
    const { text, values } = articleKeys({ ...question, after: undefined, limit: mostCounted + 1 });
    const [row] = await this.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM (${text}) keys`, values);
    return row === undefined || row.n > mostCounted ? null : row.n;
  }

  /** Beginnings of reading texts, long enough to hold the given end (in UTF-16 units). */
  async textsUpTo(ends: ReadonlyMap<string, number>): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; text: string }>(
      `SELECT t.id, left(${readingText}, e.most) AS text
       FROM unnest($1::uuid[], $2::int[]) AS e (id, most)
       JOIN article_text t ON t.id = e.id JOIN article a ON a.id = e.id`,
      [[...ends.keys()], [...ends.values()]],
    );
    return new Map(rows.map(({ id, text }) => [id, text]));
  }
}
