import { randomUUID } from 'node:crypto';
import type { Database } from '../database/index.js';
import { askAgainMs, type HostTurns, type TurnOutcome, type TurnTerms } from './host-turns.js';

/** Turns among all processes on one PostgreSQL, by its clock. Always outside transactions: a turn is taken at once. */
export class HostTurnRepository implements HostTurns {
  constructor(private readonly database: Database) {}

  async take(host: string, { atOnce, spacingMs, leaseMs }: TurnTerms): Promise<TurnOutcome> {
    const turn = randomUUID();
    // In: host, turn, spacing and lease in ms, turns at once. Out: a row when the turn was taken.
    // One statement, so that the row lock makes all processes queue up for the same arithmetic.
    const taken = await this.query(
      `INSERT INTO host_turn AS host (host, next_start, running)
       VALUES ($1, clock_timestamp() + $3 * interval '1 ms', ${turnJson})
       ON CONFLICT (host) DO UPDATE
         SET next_start = excluded.next_start, running = ${liveTurns} || ${turnJson}
         WHERE host.next_start <= clock_timestamp() AND (SELECT count(*) FROM jsonb_object_keys(${liveTurns})) < $5
       RETURNING 1`,
      [host, turn, spacingMs, leaseMs, atOnce],
    );
    if (taken.length > 0) return { turn };
    const rows = await this.query<{ wait: number | null }>(
      `SELECT extract(epoch FROM next_start - clock_timestamp())::float8 * 1000 AS wait FROM host_turn WHERE host = $1`,
      [host],
    );
    return { waitMs: Math.max(askAgainMs / 4, rows[0]?.wait ?? 0) };
  }

  async giveBack(host: string, turn: string): Promise<void> {
    await this.query('UPDATE host_turn SET running = running - $2::text WHERE host = $1', [host, turn]);
  }

  async close(host: string, forMs: number): Promise<void> {
    await this.query(
      `INSERT INTO host_turn AS host (host, next_start) VALUES ($1, clock_timestamp() + $2 * interval '1 ms')
       ON CONFLICT (host) DO UPDATE SET next_start = greatest(host.next_start, excluded.next_start)`,
      [host, forMs],
    );
  }

  /** Forgets hosts that nobody asked for a day. */
  async forgetIdle(): Promise<void> {
    await this.query(`DELETE FROM host_turn WHERE next_start < clock_timestamp() - interval '1 day'`, []);
  }

  private query<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(text, values);
  }
}

/** Turn → end of its lease in seconds of the epoch. */
const turnJson = `jsonb_build_object($2::text, extract(epoch FROM clock_timestamp())::float8 + $4::float8 / 1000)`;
const liveTurns = `(SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(host.running)
  WHERE value::float8 > extract(epoch FROM clock_timestamp()))`;
