import { Injectable } from '@nestjs/common';
import type { ReportSchedule, ReportScheduleInput } from '@timbre/contracts';
import { Database } from '@timbre/platform';

type Row = Omit<ReportSchedule, 'nextAt'> & { nextAt: Date | null };

const columns = `id, report_id AS "reportId", cron, tz, formats, destinations, skip_empty AS "skipEmpty",
  only_changed AS "onlyChanged", enabled, next_at AS "nextAt",
  ARRAY(SELECT address FROM report_unsubscribed u WHERE u.schedule_id = report_schedule.id ORDER BY 1) AS unsubscribed`;

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
      `INSERT INTO report_schedule (id, report_id, cron, tz, formats, destinations, skip_empty, only_changed, enabled, next_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (id) DO UPDATE SET cron = $3, tz = $4, formats = $5, destinations = $6, skip_empty = $7,
         only_changed = $8, enabled = $9, next_at = $10
       RETURNING ${columns}`,
      [
        id,
        reportId,
        input.cron,
        input.tz,
        input.formats,
        JSON.stringify(input.destinations),
        input.skipEmpty,
        input.onlyChanged,
        input.enabled,
        nextAt,
      ],
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

  /** From now on the address gets nothing more of this schedule. */
  async unsubscribe(id: string, address: string, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO report_unsubscribed (schedule_id, address, at) SELECT id, $2, $3 FROM report_schedule WHERE id = $1
       ON CONFLICT DO NOTHING`,
      [id, address.toLowerCase(), now],
    );
  }
}

const fromRow = (row: Row): ReportSchedule => ({ ...row, nextAt: row.nextAt?.toISOString() ?? null });
