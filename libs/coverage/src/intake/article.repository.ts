import { Injectable } from '@nestjs/common';
import { Database, insertRows } from '@timbre/platform';
import { rollupKeys } from '../readings/mention.repository.js';

export type ArticleState = 'waiting' | 'read' | 'failed' | 'excluded';

/** An article as intake stores it. */
interface NewArticle {
  id: string;
  source_id: string;
  url: string | null;
  canonical_url: string | null;
  content_id: string;
  title: string;
  byline: string | null;
  excerpt: string;
  lang: string;
  published: Date;
  dated: boolean;
  collected: Date;
  extractor: string | null;
  story_id: string;
  due: Date;
}

/** What intake must know of an article that it meets again. */
export interface KnownArticle {
  id: string;
  sourceId: string;
  contentId: string;
  storyId: string;
  published: Date;
  dated: boolean;
  state: ArticleState;
  revision: number;
  hasReading: boolean;
}

/** An article that is about to be read or removed, locked. */
export interface LockedArticle {
  id: string;
  storyId: string;
  sourceId: string;
  published: Date;
  hour: string;
  day: string;
  state: ArticleState;
  revision: number;
  analysisVersion: string | null;
  catalogueVersion: number | null;
}

interface ArticleChange {
  id: string;
  content_id: string;
  title: string;
  byline: string | null;
  excerpt: string;
  lang: string;
  published: Date;
  dated: boolean;
  extractor: string | null;
  story_id: string;
  due: Date;
}

const known = `id, source_id AS "sourceId", content_id AS "contentId", story_id AS "storyId", published, dated, state,
  revision, analysis_version IS NOT NULL AS "hasReading"`;

/** Articles while they come in and are read; the lists that people see are in `queries`. */
@Injectable()
export class ArticleRepository {
  constructor(private readonly database: Database) {}

  async findKnown(ids: readonly string[]): Promise<Map<string, KnownArticle>> {
    const rows = await this.database.query<KnownArticle>(`SELECT ${known} FROM article WHERE id = ANY($1::uuid[])`, [
      ids,
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Locks in id order; hold the stories first. */
  async lock(ids: readonly string[], zone: string): Promise<LockedArticle[]> {
    return this.database.query<LockedArticle>(
      `SELECT id, story_id AS "storyId", source_id AS "sourceId", published, state, revision,
              analysis_version AS "analysisVersion", catalogue_version AS "catalogueVersion",
              ${rollupKeys('published', '$2')}
       FROM article WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
      [ids, zone],
    );
  }

  async storiesOf(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ storyId: string }>(
      'SELECT DISTINCT story_id AS "storyId" FROM article WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return rows.map(({ storyId }) => storyId);
  }

  /** Inserts what is not there yet; returns the ids that were. Rows must come in id order. */
  async insertNew(rows: readonly NewArticle[]): Promise<Set<string>> {
    const returned = await insertRows<NewArticle & { state: ArticleState }, { id: string }>(this.database, {
      table: 'article',
      columns: {
        id: 'uuid',
        source_id: 'text',
        url: 'text',
        canonical_url: 'text',
        content_id: 'uuid',
        title: 'text',
        byline: 'text',
        excerpt: 'text',
        lang: 'text',
        published: 'timestamptz',
        dated: 'boolean',
        collected: 'timestamptz',
        extractor: 'text',
        story_id: 'uuid',
        state: 'text',
        due: 'timestamptz',
      },
      rows: rows.map((row) => ({ ...row, state: 'waiting' })),
      onConflict: '(id) DO NOTHING',
      returning: 'id',
    });
    return new Set(returned.map(({ id }) => id));
  }

  /** Writes another version of an article's page and has it read again. */
  async change(row: ArticleChange): Promise<void> {
    await this.database.query(
      `UPDATE article SET content_id = $2, title = $3, byline = $4, excerpt = $5, lang = $6, published = $7, dated = $8,
         extractor = $9, story_id = $10, due = $11, text_removed_at = NULL, revision = revision + 1, attempts = 0, error = NULL,
         state = CASE WHEN state = 'excluded' THEN state ELSE 'waiting' END
       WHERE id = $1`,
      [
        row.id,
        row.content_id,
        row.title,
        row.byline,
        row.excerpt,
        row.lang,
        row.published,
        row.dated,
        row.extractor,
        row.story_id,
        row.due,
      ],
    );
  }

  async saveTexts(rows: readonly { id: string; text: string; search: string }[]): Promise<void> {
    await insertRows(this.database, {
      table: 'article_text',
      columns: { id: 'uuid', text: 'text', search: 'tsvector' },
      rows,
      onConflict: '(id) DO UPDATE SET text = excluded.text, search = excluded.search, reading_text = NULL',
      batch: 500,
    });
  }
}
