import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE } from '@timbre/contracts';
import { Database } from '@timbre/platform';

interface ExtentRow {
  first: Date | null;
  last: Date | null;
  articles: number;
}

/** Answers how much there is, without counting articles one by one. */
@Injectable()
export class ExtentRepository {
  constructor(private readonly database: Database) {}

  async extent(): Promise<ExtentRow> {
    const [row] = await this.database.query<ExtentRow>(
      `SELECT (SELECT min(published) FROM article) AS first, (SELECT max(published) FROM article) AS last,
              ((SELECT coalesce(sum(n), 0) FROM rollup_target_language_month WHERE target = $1)
               + (SELECT count(*) FROM article WHERE state = 'waiting' AND analysis_version IS NULL))::int AS articles`,
      [ALL_COVERAGE],
    );
    return row ?? { first: null, last: null, articles: 0 };
  }

  async hasArticlesOf(sourceIds: readonly string[]): Promise<boolean> {
    const [row] = await this.database.query<{ present: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM article WHERE source_id = ANY($1::text[])) AS present',
      [sourceIds],
    );
    return row?.present === true;
  }

  /** Read articles per source. */
  async articlesBySource(): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; n: number }>(
      'SELECT source_id AS id, sum(n)::int AS n FROM rollup_target_source_month WHERE target = $1 GROUP BY 1',
      [ALL_COVERAGE],
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  /** Articles per target. */
  async articlesByTarget(): Promise<Map<string, number>> {
    const rows = await this.database.query<{ target: string; n: number }>(
      'SELECT target, sum(n)::int AS n FROM rollup_target_language_month GROUP BY 1',
    );
    return new Map(rows.map(({ target, n }) => [target, n]));
  }
}
