import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

export interface StoredShare {
  id: string;
  reportId: string;
  /** Null follows the newest version. */
  version: number | null;
  sealedToken: string;
  passwordHash: string | null;
  embed: string[];
  feed: boolean;
  expiresAt: Date;
  createdAt: Date;
  createdBy: string | null;
}

const columns = `id, report_id AS "reportId", version, sealed_token AS "sealedToken", password_hash AS "passwordHash",
  embed, feed, expires_at AS "expiresAt", created_at AS "createdAt", created_by AS "createdBy"`;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

@Injectable()
export class ShareRepository {
  constructor(private readonly database: Database) {}

  async insert(share: StoredShare, token: string): Promise<void> {
    await this.database.query(
      `INSERT INTO report_share (id, report_id, version, token_hash, sealed_token, password_hash, embed, feed, expires_at,
         created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        share.id,
        share.reportId,
        share.version,
        hashOf(token),
        share.sealedToken,
        share.passwordHash,
        share.embed,
        share.feed,
        share.expiresAt,
        share.createdAt,
        share.createdBy,
      ],
    );
  }

  /** Newest first; those that ran out stay in the list until somebody withdraws them. */
  ofReport(reportId: string): Promise<StoredShare[]> {
    return this.database.query<StoredShare>(
      `SELECT ${columns} FROM report_share WHERE report_id = $1 ORDER BY created_at DESC, id LIMIT 200`,
      [reportId],
    );
  }

  /** The share behind a link that is still good. */
  async byToken(token: string, now: Date): Promise<StoredShare | null> {
    const rows = await this.database.query<StoredShare>(
      `SELECT ${columns} FROM report_share WHERE token_hash = $1 AND expires_at > $2`,
      [hashOf(token), now],
    );
    return rows[0] ?? null;
  }

  async delete(id: string): Promise<boolean> {
    return (await this.database.query('DELETE FROM report_share WHERE id = $1 RETURNING id', [id])).length > 0;
  }
}
