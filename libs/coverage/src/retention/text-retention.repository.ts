import { Injectable } from '@nestjs/common';
import type { Evidence } from '@timbre/contracts';
import { Database, insertRows } from '@timbre/platform';
import { readingText } from '../queries/articles/article-list.repository.js';

/** A text whose time is over, with the sentences that its scores rest on. */
export interface ExpiredText {
  id: string;
  title: string;
  published: Date;
  readingText: string;
  /** Whether the reading counts offsets in a text of its own. */
  rewritten: boolean;
  evidence: Evidence[];
}

export interface RemovedText {
  id: string;
  text: string;
  reading_text: string | null;
  search: string;
}

@Injectable()
export class TextRetentionRepository {
  constructor(private readonly database: Database) {}

  /** Texts of a source collected before a moment, in the order of their articles' ids. Articles that wait to be read stay whole. */
  expired(sourceId: string, before: Date, most: number): Promise<ExpiredText[]> {
    return this.database.query<ExpiredText>(
      `SELECT a.id, a.title, a.published, ${readingText} AS "readingText", t.reading_text IS NOT NULL AS rewritten,
              coalesce((SELECT jsonb_agg(e.value) FROM mention m, jsonb_array_elements(m.evidence -> 'evidence') e
                        WHERE m.article_id = a.id AND m.published = a.published AND m.target <> 'all'), '[]') AS evidence
       FROM article a JOIN article_text t ON t.id = a.id
       WHERE a.source_id = $1 AND a.collected < $2 AND a.state <> 'waiting' AND a.text_removed_at IS NULL
       ORDER BY a.id LIMIT $3 FOR UPDATE OF a SKIP LOCKED`,
      [sourceId, before, most],
    );
  }

  async replace(rows: readonly RemovedText[], now: Date): Promise<void> {
    await insertRows(this.database, {
      table: 'article_text',
      columns: { id: 'uuid', text: 'text', reading_text: 'text', search: 'tsvector' },
      rows,
      onConflict:
        '(id) DO UPDATE SET text = excluded.text, reading_text = excluded.reading_text, search = excluded.search',
      batch: 200,
    });
    const ids = rows.map(({ id }) => id);
    await this.database.query('UPDATE article SET text_removed_at = $2 WHERE id = ANY($1::uuid[])', [ids, now]);
    // What a scorer answered quotes the text.
    await this.database.query('DELETE FROM scorer_answer WHERE article_id = ANY($1::uuid[])', [ids]);
  }
}
