import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

/** What is known of an article that somebody misses. */
export interface MissedArticle {
  id: string;
  title: string;
  state: 'waiting' | 'read' | 'failed' | 'excluded';
  attempts: number;
  error: string | null;
  published: Date;
  dated: boolean;
  collected: Date;
  lang: string;
  analysisVersion: string | null;
  readAt: Date | null;
  textRemoved: boolean;
  storySize: number;
  leadId: string | null;
  leadTitle: string | null;
}

const DAYS = 3;

@Injectable()
export class MissingArticleRepository {
  constructor(private readonly database: Database) {}

  async find(ids: readonly string[]): Promise<MissedArticle | null> {
    const [row] = await this.database.query<MissedArticle>(
      `SELECT a.id, a.title, a.state, a.attempts, a.error, a.published, a.dated, a.collected, a.lang,
              a.analysis_version AS "analysisVersion", a.read_at AS "readAt", a.text_removed_at IS NOT NULL AS "textRemoved",
              coalesce(s.articles, 1) AS "storySize", lead.id AS "leadId", lead.title AS "leadTitle"
       FROM article a LEFT JOIN story s ON s.id = a.story_id LEFT JOIN article lead ON lead.id = s.lead_article
       WHERE a.id = ANY($1::uuid[]) ORDER BY a.collected LIMIT 1`,
      [ids],
    );
    return row ?? null;
  }

  /** Another article with the same title and text, published about then. */
  async copyOf(contentId: string, published: Date): Promise<{ id: string; title: string } | null> {
    const [row] = await this.database.query<{ id: string; title: string }>(
      `SELECT id, title FROM article
       WHERE published BETWEEN $2::timestamptz - make_interval(days => ${DAYS}) AND $2::timestamptz + make_interval(days => ${DAYS})
         AND content_id = $1
       LIMIT 1`,
      [contentId, published],
    );
    return row ?? null;
  }

  async targets(id: string, published: Date): Promise<string[]> {
    const rows = await this.database.query<{ target: string }>(
      `SELECT target FROM mention WHERE article_id = $1 AND published = $2 AND target <> 'all' ORDER BY confidence DESC, target`,
      [id, published],
    );
    return rows.map(({ target }) => target);
  }

  /** Title and text as the analysis reads them. */
  async words(id: string): Promise<{ title: string; text: string } | null> {
    const [row] = await this.database.query<{ title: string; text: string }>(
      'SELECT a.title, t.text FROM article a JOIN article_text t ON t.id = a.id WHERE a.id = $1 AND t.id = $1',
      [id],
    );
    return row ?? null;
  }
}
