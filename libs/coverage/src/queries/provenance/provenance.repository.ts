import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

export interface VersionPresence {
  version: string;
  /** First and last day of publication, within the range, of articles that it read. */
  first: string;
  last: string;
}

@Injectable()
export class ProvenanceRepository {
  constructor(private readonly database: Database) {}

  /**
   * Which of the sources have mentions of any of the targets on the days of the range. Asks the index once per source;
   * a DISTINCT would read every day of every source.
   */
  async sourcesOf(
    sourceIds: readonly string[],
    targets: readonly string[],
    firstDay: string,
    lastDay: string,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT s.id FROM unnest($1::text[]) AS s (id) WHERE EXISTS (
         SELECT 1 FROM unnest($2::text[]) AS t (target), LATERAL (
           SELECT 1 FROM rollup_target_source_day r
           WHERE r.target = t.target AND r.source_id = s.id AND r.day >= $3::date AND r.day <= $4::date AND r.n > 0
           LIMIT 1) found)`,
      [sourceIds, targets, firstDay, lastDay],
    );
    return rows.map(({ id }) => id);
  }

  /** Analysis versions behind the days of the range, newest first. */
  versionsWithin(firstDay: string, lastDay: string): Promise<VersionPresence[]> {
    return this.database.query<VersionPresence>(
      `SELECT analysis_version AS version, min(day)::text AS first, max(day)::text AS last
       FROM rollup_version_day WHERE day >= $1::date AND day <= $2::date AND n > 0
       GROUP BY 1 ORDER BY max(day) DESC, min(day) DESC, 1 DESC`,
      [firstDay, lastDay],
    );
  }
}
