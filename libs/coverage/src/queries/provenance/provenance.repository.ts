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

  /** Sources with mentions of any of the targets on the days of the range. */
  async sourcesOf(targets: readonly string[], firstDay: string, lastDay: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT source_id AS id FROM rollup_target_source_day
       WHERE target = ANY($1::text[]) AND day >= $2::date AND day <= $3::date AND n > 0`,
      [targets, firstDay, lastDay],
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
