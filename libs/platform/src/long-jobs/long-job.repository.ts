import { Injectable } from '@nestjs/common';
import type { LongJob } from '@timbre/contracts';
import { Database } from '../database/index.js';
import type { OwnedJob } from './job-as-seen.js';

interface Row extends Omit<LongJob, 'createdAt' | 'finishedAt'> {
  createdAt: Date;
  finishedAt: Date | null;
}

interface OwnedRow extends Row {
  startedBy: string | null;
}

export interface UnfinishedJob {
  id: string;
  queue: string;
  payload: unknown;
}

const columns = `id, kind, title, state, done, total, message, error, result, created_at AS "createdAt",
  finished_at AS "finishedAt", cancel_requested AS "cancelRequested"`;
const unfinished = `state IN ('waiting', 'running')`;

@Injectable()
export class LongJobRepository {
  constructor(private readonly database: Database) {}

  async insert(
    job: { id: string; kind: string; title: string; queue: string; payload: unknown; startedBy: string | null },
    now: Date,
  ): Promise<LongJob> {
    const rows = await this.database.query<Row>(
      `INSERT INTO long_job (id, kind, title, queue, payload, started_by, state, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $7) RETURNING ${columns}`,
      [job.id, job.kind, job.title, job.queue, JSON.stringify(job.payload), job.startedBy, now],
    );
    return toLongJob(rows)!;
  }

  async find(id: string): Promise<LongJob | null> {
    return toLongJob(await this.database.query<Row>(`SELECT ${columns} FROM long_job WHERE id = $1`, [id]));
  }

  async findOwned(id: string): Promise<OwnedJob | null> {
    const [row] = await this.database.query<OwnedRow>(
      `SELECT ${columns}, started_by AS "startedBy" FROM long_job WHERE id = $1`,
      [id],
    );
    return row === undefined ? null : fromOwnedRow(row);
  }

  /** Newest first, with who started them. */
  async listOwned(limit: number, unfinishedOnly: boolean): Promise<OwnedJob[]> {
    const rows = await this.database.query<OwnedRow>(
      `SELECT ${columns}, started_by AS "startedBy" FROM long_job ${unfinishedOnly ? `WHERE ${unfinished}` : ''}
       ORDER BY created_at DESC, id LIMIT $1`,
      [limit],
    );
    return rows.map(fromOwnedRow);
  }

  /** Newest first; with `unfinishedOnly` those that wait or run. */
  async listNewest(limit: number, unfinishedOnly: boolean): Promise<LongJob[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM long_job ${unfinishedOnly ? `WHERE ${unfinished}` : ''}
       ORDER BY created_at DESC, id LIMIT $1`,
      [limit],
    );
    return rows.map(fromRow);
  }

  /** Marks it running; null when it was cancelled or finished meanwhile. */
  async begin(id: string, now: Date): Promise<LongJob | null> {
    return this.update(id, `state = 'running', error = NULL`, [], now, `${unfinished} AND NOT cancel_requested`);
  }

  /** Writes progress; the answer tells whether someone wants it cancelled. */
  async report(
    id: string,
    done: number,
    total: number | null,
    message: string | null,
    now: Date,
  ): Promise<LongJob | null> {
    return this.update(id, 'done = $3, total = $4, message = $5', [done, total, message], now, unfinished);
  }

  /** Says "still alive" and learns whether someone wants it cancelled. */
  async touch(id: string, now: Date): Promise<LongJob | null> {
    return this.update(id, 'done = done', [], now, unfinished);
  }

  async finish(
    id: string,
    outcome: { state: 'done' | 'failed' | 'cancelled'; error?: string; result?: unknown },
    now: Date,
  ): Promise<LongJob | null> {
    const result = outcome.result === undefined || outcome.result === null ? null : JSON.stringify(outcome.result);
    return this.update(
      id,
      `state = $3, error = $4, result = $5, finished_at = $2,
       done = CASE WHEN $3 = 'done' THEN coalesce(total, done) ELSE done END`,
      [outcome.state, outcome.error ?? null, result],
      now,
      unfinished,
    );
  }

  /** A try failed and another follows. */
  async returnToWaiting(id: string, error: string, now: Date): Promise<LongJob | null> {
    return this.update(id, `state = 'waiting', error = $3`, [error], now, unfinished);
  }

  /** One that waits is cancelled at once, a running one is asked to stop. */
  async requestCancel(id: string, now: Date): Promise<LongJob | null> {
    return this.update(
      id,
      `cancel_requested = true,
       state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END,
       finished_at = CASE WHEN state = 'waiting' THEN $2 ELSE finished_at END`,
      [],
      now,
      unfinished,
    );
  }

  /** Unfinished ones without a sign of life since `before`, for the sweeper. */
  async findSilentSince(before: Date): Promise<UnfinishedJob[]> {
    return this.database.query<UnfinishedJob>(
      `SELECT id, queue, payload FROM long_job WHERE ${unfinished} AND updated_at < $1 ORDER BY updated_at LIMIT 500`,
      [before],
    );
  }

  async removeFinishedBefore(before: Date): Promise<void> {
    await this.database.query(`DELETE FROM long_job WHERE finished_at < $1`, [before]);
  }

  private async update(
    id: string,
    set: string,
    parameters: unknown[],
    now: Date,
    where: string,
  ): Promise<LongJob | null> {
    const rows = await this.database.query<Row>(
      `UPDATE long_job SET ${set}, updated_at = $2 WHERE id = $1 AND ${where} RETURNING ${columns}`,
      [id, now, ...parameters],
    );
    return toLongJob(rows);
  }
}

const toLongJob = (rows: readonly Row[]): LongJob | null => (rows[0] === undefined ? null : fromRow(rows[0]));

function fromRow(row: Row): LongJob {
  return { ...row, createdAt: row.createdAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null };
}

const fromOwnedRow = ({ startedBy, ...row }: OwnedRow): OwnedJob => ({ job: fromRow(row), startedBy });
