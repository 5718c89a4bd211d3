import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AlertSeverity, AlertSilence, AlertSilenceInput, WeeklyWindow } from '@timbre/contracts';
import { Database } from '@timbre/platform';

interface Row {
  id: string;
  ruleIds: string[];
  severities: AlertSeverity[];
  targets: string[];
  series: string[];
  weekly: WeeklyWindow | null;
  from: Date;
  to: Date;
  comment: string;
  by: string;
}

const columns = `id, rule_ids AS "ruleIds", severities, targets, series, weekly, from_at AS "from", to_at AS "to", comment, by`;

@Injectable()
export class SilenceRepository {
  constructor(private readonly database: Database) {}

  /** Those that have not ended, and those that ended within a month. */
  async list(now: Date): Promise<AlertSilence[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM alert_silence WHERE to_at > $1::timestamptz - interval '30 days' ORDER BY to_at DESC LIMIT 500`,
      [now],
    );
    return rows.map((row) => present(row, now));
  }

  /** Those that have begun and not ended; weekly ones also outside their hours. */
  async activeAt(now: Date): Promise<AlertSilence[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM alert_silence WHERE from_at <= $1 AND to_at > $1`,
      [now],
    );
    return rows.map((row) => present(row, now));
  }

  async add(input: AlertSilenceInput, by: string, now: Date): Promise<AlertSilence> {
    const rows = await this.database.query<Row>(
      `INSERT INTO alert_silence (id, rule_ids, severities, from_at, to_at, comment, by, targets, series, weekly)
       VALUES ($1, $2::uuid[], $3::text[], $4, $5, $6, $7, $8::text[], $9::text[], $10) RETURNING ${columns}`,
      [
        randomUUID(),
        input.ruleIds,
        input.severities,
        input.from,
        input.to,
        input.comment,
        by,
        input.targets,
        input.series,
        input.weekly === null ? null : JSON.stringify(input.weekly),
      ],
    );
    return present(rows[0] as Row, now);
  }

  /** Ends a silence now; one that has not begun goes altogether. @returns whether there was one. */
  async end(id: string, now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE alert_silence SET to_at = greatest($2, from_at) WHERE id = $1 AND to_at > $2 RETURNING id`,
      [id, now],
    );
    return rows.length > 0;
  }
}

const present = ({ from, to, ...row }: Row, now: Date): AlertSilence => ({
  ...row,
  from: from.toISOString(),
  to: to.toISOString(),
  active: from <= now && now < to,
});
