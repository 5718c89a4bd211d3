import { Injectable } from '@nestjs/common';
import type { Forecast, Quote } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import type { ReadingDetails } from '../../readings/reading.repository.js';
import type { MentionRow } from '../../readings/mention.repository.js';
import { type ListedArticle, readingText } from './article-list.repository.js';

export interface StoredArticle extends Omit<ListedArticle, 'score' | 'label' | 'confidence' | 'evidence'> {
  analysisVersion: string | null;
  /** Only excerpts are left of the text. */
  textRemoved: boolean;
  /** Text as the reading's offsets count it. */
  readingText: string;
  details: ReadingDetails | null;
  history: { version: string; readAt: string }[] | null;
}

interface StoryArticle {
  id: string;
  title: string;
  sourceId: string;
  published: Date;
  lead: boolean;
}

/** Reads one article with everything that is known of it. */
@Injectable()
export class ArticleDetailRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<StoredArticle | null> {
    const [row] = await this.database.query<StoredArticle>(
      `SELECT a.id, a.title, a.url, a.source_id AS "sourceId", a.byline, a.lang, a.published, a.dated, a.collected,
              a.story_id AS "storyId", greatest(1, coalesce(s.articles, 1)) AS "storySize", a.excerpt, a.state,
              a.analysis_version AS "analysisVersion", a.text_removed_at IS NOT NULL AS "textRemoved",
              ${readingText} AS "readingText",
              r.details, r.history
       FROM article a JOIN article_text t ON t.id = a.id LEFT JOIN story s ON s.id = a.story_id
       LEFT JOIN reading r ON r.article_id = a.id
       WHERE a.id = $1 AND t.id = $1`,
      [id],
    );
    return row ?? null;
  }

  mentions(id: string, published: Date): Promise<MentionRow[]> {
    return this.database.query<MentionRow>(
      'SELECT * FROM mention WHERE article_id = $1 AND published = $2 ORDER BY target',
      [id, published],
    );
  }

  async quotes(id: string, published: Date): Promise<Quote[]> {
    return this.bodies<Quote>('quote', id, published);
  }

  async forecasts(id: string, published: Date): Promise<Forecast[]> {
    return this.bodies<Forecast>('forecast', id, published);
  }

  /** The articles of a story, first one first; at most `most`. */
  storyArticles(storyId: string, most: number): Promise<StoryArticle[]> {
    return this.database.query<StoryArticle>(
      `SELECT a.id, a.title, a.source_id AS "sourceId", a.published, coalesce(s.lead_article = a.id, false) AS lead
       FROM article a LEFT JOIN story s ON s.id = a.story_id
       WHERE a.story_id = $1 ORDER BY a.published, a.id LIMIT $2`,
      [storyId, most],
    );
  }

  private async bodies<Body>(table: 'quote' | 'forecast', id: string, published: Date): Promise<Body[]> {
    const rows = await this.database.query<{ body: Body }>(
      `SELECT body FROM ${table} WHERE article_id = $1 AND published = $2 ORDER BY ordinal`,
      [id, published],
    );
    return rows.map(({ body }) => body);
  }
}
