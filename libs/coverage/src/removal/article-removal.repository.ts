import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

@Injectable()
export class ArticleRemovalRepository {
  constructor(private readonly database: Database) {}

  async idsOfSources(sourceIds: readonly string[], most: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM article WHERE source_id = ANY($1::text[]) ORDER BY id LIMIT $2',
      [sourceIds, most],
    );
    return rows.map(({ id }) => id);
  }

  async delete(ids: readonly string[]): Promise<void> {
    await this.database.query('DELETE FROM correction WHERE article_id = ANY($1::uuid[])', [ids]);
    await this.database.query('DELETE FROM scorer_answer WHERE article_id = ANY($1::uuid[])', [ids]);
    await this.database.query('DELETE FROM reading WHERE article_id = ANY($1::uuid[])', [ids]);
    await this.database.query('DELETE FROM article_text WHERE id = ANY($1::uuid[])', [ids]);
    await this.database.query('DELETE FROM article WHERE id = ANY($1::uuid[])', [ids]);
  }

  /** Marks the articles as not counted; their texts stay. */
  async exclude(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `UPDATE article SET state = 'excluded', analysis_version = NULL, catalogue_version = NULL, read_at = NULL
       WHERE id = ANY($1::uuid[])`,
      [ids],
    );
  }

  /** Has excluded articles read again; returns which were. */
  async include(ids: readonly string[], due: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `WITH included AS (
         UPDATE article SET state = 'waiting', due = $2, attempts = 0 WHERE id = ANY($1::uuid[]) AND state = 'excluded' AND text_removed_at IS NULL
         RETURNING id)
       SELECT id FROM included`,
      [ids, due],
    );
    return rows.map(({ id }) => id);
  }
}
