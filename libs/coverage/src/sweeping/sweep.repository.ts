import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';

interface OverdueArticle {
  id: string;
  attempts: number;
}

@Injectable()
export class SweepRepository {
  constructor(private readonly database: Database) {}

  /** Articles that should have been read by now; each is given until `nextDue`, and one attempt more. */
  takeOverdue(now: Date, nextDue: Date, most: number): Promise<OverdueArticle[]> {
    return this.database.query<OverdueArticle>(
      `WITH overdue AS (
         SELECT id FROM article WHERE state = 'waiting' AND due <= $1 ORDER BY due LIMIT $3 FOR UPDATE SKIP LOCKED
       ), taken AS (
         UPDATE article SET due = $2, attempts = attempts + 1 FROM overdue WHERE article.id = overdue.id
         RETURNING article.id, article.attempts
       )
       SELECT id, attempts FROM taken`,
      [now, nextDue, most],
    );
  }

  /** Gives up on articles that were tried too often without an answer: their text ends the process that reads it. */
  async giveUp(ids: readonly string[], error: string): Promise<void> {
    await this.database.query(
      `UPDATE article SET state = 'failed', error = coalesce(error, $2) WHERE id = ANY($1::uuid[]) AND state = 'waiting'`,
      [ids, error],
    );
  }
}
