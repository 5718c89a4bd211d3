import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import type { JudgementCount } from './quality-of.js';

@Injectable()
export class QualityRepository {
  constructor(private readonly database: Database) {}

  /** All judgements in force, counted by everything that quality is reported by. */
  judgements(): Promise<JudgementCount[]> {
    return this.database.query<JudgementCount>(
      `SELECT kind, lang, CASE WHEN kind = 'mention' THEN key END AS target, value ->> 'label' AS gold,
              (read ->> 'label')::int AS now, agrees, confirms, count(*)::int AS n
       FROM correction WHERE ended_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    );
  }

  /** Read articles per language, most first. */
  languages(): Promise<{ lang: string; articles: number }[]> {
    return this.database.query<{ lang: string; articles: number }>(
      `SELECT lang, sum(n)::int AS articles FROM rollup_target_language_day WHERE target = $1
       GROUP BY 1 HAVING sum(n) > 0 ORDER BY 2 DESC, 1`,
      [ALL_COVERAGE],
    );
  }

  /** Versions whose readings are counted, with the days of publication that they read. */
  versions(): Promise<{ version: string; articles: number; first: string; last: string }[]> {
    return this.database.query<{ version: string; articles: number; first: string; last: string }>(
      `SELECT analysis_version AS version, sum(n)::int AS articles, min(day)::text AS first, max(day)::text AS last
       FROM rollup_version_day WHERE n > 0 GROUP BY 1 ORDER BY max(day) DESC, 1 DESC`,
    );
  }
}
