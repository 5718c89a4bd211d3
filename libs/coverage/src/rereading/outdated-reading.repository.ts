import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

/** Readings that need not be made again: of these versions of the analysis, with this catalogue. */
export interface AcceptedVersions {
  analyses: readonly string[];
  catalogue: number;
}

@Injectable()
export class OutdatedReadingRepository {
  constructor(private readonly database: Database) {}

  /** How many articles were read by other versions than these and still have a text to read again. */
  async count({ analyses, catalogue }: AcceptedVersions): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT coalesce(sum(n), 0)::int - (
         SELECT count(*)::int FROM article
         WHERE text_removed_at IS NOT NULL AND state = 'read'
           AND (analysis_version <> ALL($1::text[]) OR catalogue_version <> $2)) AS n
       FROM rollup_version_day WHERE analysis_version <> ALL($1::text[]) OR catalogue_version <> $2`,
      [analyses, catalogue],
    );
    return row?.n ?? 0;
  }

  /** How many articles were read with another catalogue, whatever the analysis. */
  async countOfOtherCatalogues(catalogue: number): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT coalesce(sum(n), 0)::int - (
         SELECT count(*)::int FROM article
         WHERE text_removed_at IS NOT NULL AND state = 'read' AND catalogue_version <> $1) AS n
       FROM rollup_version_day WHERE catalogue_version <> $1`,
      [catalogue],
    );
    return row?.n ?? 0;
  }

  /** How many articles with a text a version of the analysis read, whatever the catalogue. */
  async countOf(analysis: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT coalesce(sum(n), 0)::int - (
         SELECT count(*)::int FROM article
         WHERE text_removed_at IS NOT NULL AND state = 'read' AND analysis_version = $1) AS n
       FROM rollup_version_day WHERE analysis_version = $1`,
      [analysis],
    );
    return row?.n ?? 0;
  }

  /** The next such articles by id, after `after`. */
  async next({ analyses, catalogue }: AcceptedVersions, after: string, most: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM article
       WHERE id > $3 AND state = 'read' AND text_removed_at IS NULL AND (analysis_version <> ALL($1::text[]) OR catalogue_version <> $2)
       ORDER BY id LIMIT $4`,
      [analyses, catalogue, after, most],
    );
    return rows.map(({ id }) => id);
  }

  /** So many of the `newest` such articles, drawn by a seed: the same seed draws the same. */
  async draw({ analyses, catalogue }: AcceptedVersions, most: number, newest: number, seed: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM (
         SELECT id FROM article
         WHERE state = 'read' AND text_removed_at IS NULL AND (analysis_version <> ALL($1::text[]) OR catalogue_version <> $2)
         ORDER BY published DESC, id LIMIT $4
       ) AS recent
       ORDER BY md5(id::text || $5::text), id LIMIT $3`,
      [analyses, catalogue, most, newest, seed],
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
