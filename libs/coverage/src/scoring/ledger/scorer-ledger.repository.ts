import { Injectable } from '@nestjs/common';
import type { ScorerFailure } from '@timbre/analysis';
import type { ScorerDay } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import type { DailyBudget, ScorerCost, ScorerLedger } from './scorer-ledger.js';

const today = `(now() AT TIME ZONE 'UTC')::date`;

/** The ledger of all processes together. */
@Injectable()
export class ScorerLedgerRepository implements ScorerLedger {
  constructor(private readonly database: Database) {}

  /** The budget is the day's, whichever models were used. */
  async reserve(scorer: string, { requests, tokens }: DailyBudget): Promise<boolean> {
    await this.open(scorer);
    const counted = await this.database.query(
      `UPDATE scorer_day SET requests = requests + 1
       WHERE day = ${today} AND scorer = $1 AND requests < $2
         AND (SELECT sum(requests) < $2 AND sum(question_tokens + answer_tokens) < $3 FROM scorer_day WHERE day = ${today})
       RETURNING 1`,
      [scorer, requests, tokens],
    );
    return counted.length > 0;
  }

  async spend(scorer: string, { questionTokens, answerTokens, milliseconds }: ScorerCost): Promise<void> {
    await this.open(scorer);
    await this.database.query(
      `UPDATE scorer_day SET question_tokens = question_tokens + $2, answer_tokens = answer_tokens + $3,
         milliseconds = milliseconds + $4
       WHERE day = ${today} AND scorer = $1`,
      [scorer, questionTokens, answerTokens, Math.round(milliseconds)],
    );
  }

  async answered(scorer: string): Promise<void> {
    await this.open(scorer);
    await this.database.query(`UPDATE scorer_day SET answered = answered + 1 WHERE day = ${today} AND scorer = $1`, [
      scorer,
    ]);
  }

  async failed(scorer: string, failure: ScorerFailure): Promise<void> {
    await this.open(scorer);
    await this.database.query(
      `UPDATE scorer_day
       SET failures = jsonb_set(failures, ARRAY[$2], to_jsonb(coalesce((failures ->> $2)::int, 0) + 1))
       WHERE day = ${today} AND scorer = $1`,
      [scorer, failure],
    );
  }

  /** Newest day first. */
  since(days: number): Promise<ScorerDay[]> {
    return this.database.query<ScorerDay>(
      `SELECT day::text AS day, scorer, requests, question_tokens::float8 AS "questionTokens",
              answer_tokens::float8 AS "answerTokens", milliseconds::float8 AS milliseconds, answered, failures
       FROM scorer_day WHERE day > ${today} - $1::int ORDER BY scorer_day.day DESC, scorer`,
      [days],
    );
  }

  private async open(scorer: string): Promise<void> {
    await this.database.query(`INSERT INTO scorer_day (day, scorer) VALUES (${today}, $1) ON CONFLICT DO NOTHING`, [
      scorer,
    ]);
  }
}
