import { Injectable } from '@nestjs/common';
import type { ReportRun, ReportSchedule, ReportScheduleInput } from '@timbre/contracts';
import { Database } from '@timbre/platform';

type Row = Omit<ReportSchedule, 'nextAt'> & { nextAt: Date | null };

const columns = `id, report_id AS "reportId", cron, tz, formats, recipients, skip_empty AS "skipEmpty", enabled,
  next_at AS "nextAt"`;

@Injectable()
export class ReportScheduleRepository {
  constructor(private readonly database: Database) {}

  async ofReport(reportId: string): Promise<ReportSchedule[]> {
    const sql = `SELECT ${columns} FROM report_schedule WHERE report_id = $1 ORDER BY id`;
    return (await this.database.query<Row>(sql, [reportId])).map(fromRow);
  }

  async byId(id: string): Promise<ReportSchedule | null> {
    const [row] = await this.database.query<Row>(`SELECT ${columns} FROM report_schedule WHERE id = $1`, [id]);
    return row === undefined ? null : fromRow(row);
  }

  async upsert(id: string, reportId: string, input: ReportScheduleInput, nextAt: Date | null): Promise<ReportSchedule> {
    const rows = await this.database.query<Row>(
      `INSERT INTO report_schedule (id, report_id, cron, tz, formats, recipients, skip_empty, enabled, next_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (id) DO UPDATE SET cron = $3, tz = $4, formats = $5, recipients = $6, skip_empty = $7, enabled = $8,
         next_at = $9
       RETURNING ${columns}`,
      [id, reportId, input.cron, input.tz, input.formats, input.recipients, input.skipEmpty, input.enabled, nextAt],
    );
    return fromRow(rows[0]!);
  }

  async delete(id: string): Promise<boolean> {
    return (await this.database.query(`DELETE FROM report_schedule WHERE id = $1 RETURNING id`, [id])).length > 0;
  }

  /** Those whose time has come, locked against a second taker; call it in a transaction. */
  async takeDue(now: Date): Promise<ReportSchedule[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM report_schedule WHERE enabled AND next_at <= $1 ORDER BY next_at LIMIT 100
       FOR UPDATE SKIP LOCKED`,
      [now],
    );
    return rows.map(fromRow);
  }

  async setNext(id: string, nextAt: Date): Promise<void> {
    await this.database.query(`UPDATE report_schedule SET next_at = $2 WHERE id = $1`, [id, nextAt]);
  }

  /** Whether this sending is over and done with. */
  async isDone(scheduleId: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM report_run WHERE schedule_id = $1 AND at = $2 AND outcome <> 'failed'`,
      [scheduleId, at],
    );
    return rows.length > 0;
  }

  /** What became of one sending; a later try replaces a failed one. */
  async record(run: Omit<ReportRun, 'at'> & { at: Date }): Promise<void> {
    await this.database.query(
      `INSERT INTO report_run (id, schedule_id, at, outcome, reason, data_hash) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (schedule_id, at) DO UPDATE SET outcome = $4, reason = $5, data_hash = $6`,
      [run.id, run.scheduleId, run.at, run.outcome, run.reason, run.dataHash],
    );
  }

  /** Newest first. */
  async runs(scheduleId: string): Promise<ReportRun[]> {
    const rows = await this.database.query<Omit<ReportRun, 'at'> & { at: Date }>(
      `SELECT id, schedule_id AS "scheduleId", at, outcome, reason, data_hash AS "dataHash" FROM report_run
       WHERE schedule_id = $1 ORDER BY at DESC LIMIT 100`,
      [scheduleId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

const fromRow = (row: Row): ReportSchedule => ({ ...row, nextAt: row.nextAt?.toISOString() ?? null });
