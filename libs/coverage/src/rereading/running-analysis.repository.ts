import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

export interface RunningAnalysis {
  version: string;
  scorer: string;
  fallback: string | null;
  since: Date;
}

/** What the workers read with, for processes that do not load the analysis. */
@Injectable()
export class RunningAnalysisRepository {
  constructor(private readonly database: Database) {}

  async find(): Promise<RunningAnalysis | null> {
    const [row] = await this.database.query<RunningAnalysis>(
      'SELECT version, scorer, fallback, since FROM running_analysis',
    );
    return row ?? null;
  }

  /** Called by each worker that starts; `since` stays while the version does. */
  async record({ version, scorer, fallback, since }: RunningAnalysis): Promise<void> {
    await this.database.query(
      `INSERT INTO running_analysis (version, scorer, fallback, since) VALUES ($1, $2, $3, $4)
       ON CONFLICT (single) DO UPDATE SET version = excluded.version, scorer = excluded.scorer,
         fallback = excluded.fallback, since = excluded.since
       WHERE running_analysis.version <> excluded.version`,
      [version, scorer, fallback, since],
    );
  }
}
