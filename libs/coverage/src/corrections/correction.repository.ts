import { Injectable } from '@nestjs/common';
import { Database, insertRows } from '@timbre/platform';
import type { StoredCorrection } from './stored-correction.js';

/** Who did something, and when. */
export interface Actor {
  userId: string;
  name: string;
}

const columns = `article_id AS "articleId", id, kind, key, value, said, version, words, lang, confirms, read, agrees, note,
  made_by AS "madeBy", made_by_name AS "madeByName", made_at AS "madeAt"`;

/** Corrections; whoever changes those of an article holds its lock. */
@Injectable()
export class CorrectionRepository {
  constructor(private readonly database: Database) {}

  /** Those in force, oldest first, by article. */
  async inForce(articleIds: readonly string[]): Promise<Map<string, StoredCorrection[]>> {
    const rows = await this.database.query<StoredCorrection>(
      `SELECT ${columns} FROM correction WHERE article_id = ANY($1::uuid[]) AND ended_at IS NULL ORDER BY made_at, id`,
      [articleIds],
    );
    const byArticle = new Map<string, StoredCorrection[]>();
    for (const row of rows) byArticle.set(row.articleId, [...(byArticle.get(row.articleId) ?? []), row]);
    return byArticle;
  }

  async insert(correction: StoredCorrection): Promise<void> {
    await insertRows(this.database, {
      table: 'correction',
      columns: {
        article_id: 'uuid',
        id: 'uuid',
        kind: 'text',
        key: 'text',
        value: 'jsonb',
        said: 'jsonb',
        version: 'text',
        words: 'text',
        lang: 'text',
        confirms: 'boolean',
        read: 'jsonb',
        agrees: 'boolean',
        note: 'text',
        made_by: 'text',
        made_by_name: 'text',
        made_at: 'timestamptz',
      },
      rows: [
        {
          ...correction,
          article_id: correction.articleId,
          made_by: correction.madeBy,
          made_by_name: correction.madeByName,
          made_at: correction.madeAt,
        },
      ],
    });
  }

  /** Keeps what the newest reading says by itself. */
  async keepReadings(corrections: readonly StoredCorrection[]): Promise<void> {
    if (corrections.length === 0) return;
    await this.database.query(
      `UPDATE correction SET read = c.read::jsonb, agrees = c.agrees
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[]) AS c (article_id, id, read, agrees)
       WHERE correction.article_id = c.article_id AND correction.id = c.id`,
      [
        corrections.map(({ articleId }) => articleId),
        corrections.map(({ id }) => id),
        corrections.map(({ read }) => (read === null ? null : JSON.stringify(read))),
        corrections.map(({ agrees }) => agrees),
      ],
    );
  }

  async end({ articleId, id }: StoredCorrection, by: Actor, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE correction SET ended_by = $3, ended_by_name = $4, ended_at = $5 WHERE article_id = $1 AND id = $2`,
      [articleId, id, by.userId, by.name, at],
    );
  }
}
