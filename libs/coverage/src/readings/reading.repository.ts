import { Injectable } from '@nestjs/common';
import type { Reading } from '@timbre/contracts';
import { Database, insertRows } from '@timbre/platform';
import type { ArticleState } from '../intake/article.repository.js';

/** What of a reading is not in rows of its own. */
export type ReadingDetails = Pick<Reading, 'document' | 'topics' | 'entities' | 'proposed' | 'skipped'> & {
  names: Record<string, string>;
};

/** An article as the analysis wants it. */
export interface UnreadArticle {
  id: string;
  title: string;
  text: string;
  lang: string;
  url: string | null;
  published: Date;
  dated: boolean;
  storyId: string;
  state: ArticleState;
  revision: number;
  analysisVersion: string | null;
  catalogueVersion: number | null;
}

interface ReadArticle {
  id: string;
  lang: string;
  analysisVersion: string;
  catalogueVersion: number;
  readAt: Date;
  details: ReadingDetails;
  /** Only where it is not title, line feed, text. */
  readingText: string | null;
}

/** Loads what is to be read, and records that it was. */
@Injectable()
export class ReadingRepository {
  constructor(private readonly database: Database) {}

  /** Articles whose text was removed keep the reading they have. */
  load(ids: readonly string[]): Promise<UnreadArticle[]> {
    return this.database.query<UnreadArticle>(
      `SELECT a.id, a.title, t.text, a.lang, a.url, a.published, a.dated, a.story_id AS "storyId", a.state, a.revision,
              a.analysis_version AS "analysisVersion", a.catalogue_version AS "catalogueVersion"
       FROM article a JOIN article_text t ON t.id = a.id
       WHERE a.id = ANY($1::uuid[]) AND t.id = ANY($1::uuid[]) AND a.text_removed_at IS NULL`,
      [ids],
    );
  }

  async record(rows: readonly ReadArticle[]): Promise<void> {
    await this.database.query(
      `UPDATE article SET state = 'read', error = NULL, attempts = 0, lang = r.lang, analysis_version = r.analysis,
         catalogue_version = r.catalogue, read_at = r.at
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::timestamptz[]) AS r (id, lang, analysis, catalogue, at)
       WHERE article.id = r.id`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.lang),
        rows.map((row) => row.analysisVersion),
        rows.map((row) => row.catalogueVersion),
        rows.map((row) => row.readAt),
      ],
    );
    await this.recordDetails(rows);
    const rewritten = rows.filter(({ readingText }) => readingText !== null);
    if (rewritten.length > 0) {
      await this.database.query(
        `UPDATE article_text SET reading_text = r.text FROM unnest($1::uuid[], $2::text[]) AS r (id, text)
         WHERE article_text.id = r.id`,
        [rewritten.map(({ id }) => id), rewritten.map(({ readingText }) => readingText)],
      );
    }
  }

  /** Keeps the details of the newest reading, and of each version that ever read the article when it first did. */
  private async recordDetails(rows: readonly ReadArticle[]): Promise<void> {
    await insertRows(this.database, {
      table: 'reading',
      columns: { article_id: 'uuid', details: 'jsonb', history: 'jsonb' },
      rows: rows.map((row) => ({
        article_id: row.id,
        details: row.details,
        history: [{ version: row.analysisVersion, readAt: row.readAt.toISOString() }],
      })),
      onConflict: `(article_id) DO UPDATE SET details = excluded.details, history =
        CASE WHEN reading.history -> -1 ->> 'version' = excluded.history -> 0 ->> 'version' THEN reading.history
             ELSE reading.history || excluded.history END`,
      batch: 500,
    });
  }

  /** An article that the analysis cannot read; tried again until `mostAttempts`. */
  async recordFailure(id: string, revision: number, error: string, mostAttempts: number, due: Date): Promise<void> {
    await this.database.query(
      `UPDATE article SET attempts = attempts + 1, error = $3, due = $5,
         state = CASE WHEN attempts + 1 >= $4 THEN 'failed' ELSE 'waiting' END
       WHERE id = $1 AND revision = $2 AND state IN ('waiting', 'failed')`,
      [id, revision, error.slice(0, 1000), mostAttempts, due],
    );
  }
}
