import { Injectable } from '@nestjs/common';
import type { CollectionGap } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import type { CollectionGapReader } from '../gaps/collection-gap-reader.port.js';

/** When sources were blind. */
@Injectable()
export class CollectionGapRepository implements CollectionGapReader {
  constructor(private readonly database: Database) {}

  /** Opens a gap that began at the last success; a source that is in one already stays in it. */
  async open(sourceId: string, from: Date, cause: string): Promise<void> {
    await this.database.query(
      `INSERT INTO collection_gap (source_id, from_at, cause) VALUES ($1, $2, $3)
       ON CONFLICT (source_id) WHERE to_at IS NULL DO UPDATE SET cause = excluded.cause`,
      [sourceId, from, cause],
    );
  }

  async close(sourceId: string, at: Date): Promise<void> {
    await this.database.query('UPDATE collection_gap SET to_at = $2 WHERE source_id = $1 AND to_at IS NULL', [
      sourceId,
      at,
    ]);
  }

  /** A gap that is over, as an import of recorded coverage knows it. */
  async record(sourceId: string, from: Date, to: Date, cause: string): Promise<void> {
    await this.database.query('INSERT INTO collection_gap (source_id, from_at, to_at, cause) VALUES ($1, $2, $3, $4)', [
      sourceId,
      from,
      to,
      cause,
    ]);
  }

  async gapsWithin(from: Date, to: Date, sourceIds: readonly string[]): Promise<CollectionGap[]> {
    const rows = await this.database.query<{
      from_at: Date;
      to_at: Date | null;
      source_id: string;
      name: string;
      cause: string;
    }>(
      `SELECT gap.from_at, gap.to_at, gap.source_id, source.name, gap.cause
       FROM collection_gap gap JOIN source ON source.id = gap.source_id
       WHERE gap.from_at < $2 AND (gap.to_at IS NULL OR gap.to_at > $1)
         AND (cardinality($3::text[]) = 0 OR gap.source_id = ANY($3::text[]))
       ORDER BY gap.from_at, gap.id LIMIT 1000`,
      [from, to, sourceIds],
    );
    return rows.map((row) => ({
      from: row.from_at.toISOString(),
      to: row.to_at?.toISOString() ?? null,
      sourceId: row.source_id,
      sourceName: row.name,
      cause: row.cause,
    }));
  }
}
