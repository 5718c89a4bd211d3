import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

/** The one-time link that creates the owner. */
@Injectable()
export class OwnerSetupRepository {
  constructor(private readonly database: Database) {}

  async replace(secretHash: string, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO owner_setup (secret_hash, created_at) VALUES ($1, $2)
       ON CONFLICT (only_row) DO UPDATE SET secret_hash = excluded.secret_hash, created_at = excluded.created_at`,
      [secretHash, now],
    );
  }

  /** True for the one caller that used the link up. */
  async consume(secretHash: string): Promise<boolean> {
    const rows = await this.database.query(
      'WITH used AS (DELETE FROM owner_setup WHERE secret_hash = $1 RETURNING 1) SELECT 1 FROM used',
      [secretHash],
    );
    return rows.length > 0;
  }
}
