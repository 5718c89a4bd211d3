import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import type { ReadingVersion } from '../readings/reading-writer.service.js';

@Injectable()
export class OutdatedReadingRepository {
  constructor(private readonly database: Database) {}

  /** How many articles were read by another version than this one. */
  async count({ analysis, catalogue }: ReadingVersion): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT coalesce(sum(n), 0)::int AS n FROM rollup_version_day
       WHERE analysis_version <> $1 OR catalogue_version <> $2`,
      [analysis, catalogue],
    );
    return row?.n ?? 0;
  }

  /** The next such articles by id, after `after`. */
  async next({ analysis, catalogue }: ReadingVersion, after: string, most: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM article
       WHERE id > $3 AND state = 'read' AND (analysis_version <> $1 OR catalogue_version <> $2)
       ORDER BY id LIMIT $4`,
      [analysis, catalogue, after, most],
    );
    return rows.map(({ id }) => id);
  }

  /** Lets one process at a time decide; ends with the transaction. */
  async lockDecision(): Promise<void> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('coverage reread', 0))`);
  }

  /** Versions of which no reading is left. */
  async forgetEmptyVersions(): Promise<void> {
    await this.database.query('DELETE FROM rollup_version_day WHERE n = 0');
  }
}
