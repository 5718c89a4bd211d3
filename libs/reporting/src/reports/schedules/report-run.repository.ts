import { Injectable } from '@nestjs/common';
import type { ReportDelivery, ReportFormat, ReportLocale, ReportRun, ReportRunFile } from '@timbre/contracts';
import { Database } from '@timbre/platform';

/** A run as the sender works with it. */
export interface StoredRun {
  id: string;
  scheduleId: string;
  at: Date;
  outcome: ReportRun['outcome'];
  reason: string | null;
  dataHash: string | null;
  changeHash: string | null;
  version: number | null;
  title: string | null;
  /** What the numbers say, in a few sentences. */
  summary: string | null;
}

export interface RunFile {
  locale: ReportLocale;
  format: ReportFormat;
  name: string;
  content: Buffer;
}

const columns = `id, schedule_id AS "scheduleId", at, outcome, reason, data_hash AS "dataHash",
  change_hash AS "changeHash", version, title, summary`;
/** Runs whose files are kept, per schedule. */
const keptRuns = 60;

/** What was made for each moment of a schedule, and what became of it at each destination. */
@Injectable()
export class ReportRunRepository {
  constructor(private readonly database: Database) {}

  async find(scheduleId: string, at: Date): Promise<StoredRun | null> {
    const sql = `SELECT ${columns} FROM report_run WHERE schedule_id = $1 AND at = $2`;
    return (await this.database.query<StoredRun>(sql, [scheduleId, at]))[0] ?? null;
  }

  /** Writes down what a run is; a later try replaces what an earlier one left, under the same id. */
  async save(run: StoredRun, files: readonly RunFile[] = []): Promise<StoredRun> {
    return this.database.transaction(async () => {
      const [saved] = await this.database.query<StoredRun>(
        `INSERT INTO report_run (id, schedule_id, at, outcome, reason, data_hash, change_hash, version, title, summary)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (schedule_id, at) DO UPDATE SET outcome = $4, reason = $5, data_hash = $6, change_hash = $7,
           version = $8, title = $9, summary = $10
         RETURNING ${columns}`,
        [
          run.id,
          run.scheduleId,
          run.at,
          run.outcome,
          run.reason,
          run.dataHash,
          run.changeHash,
          run.version,
          run.title,
          run.summary,
        ],
      );
      const id = saved?.id ?? run.id;
      for (const { locale, format, name, content } of files) {
        await this.database.query(
          `INSERT INTO report_run_file (run_id, locale, format, name, bytes) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (run_id, locale, format) DO UPDATE SET name = $4, bytes = $5`,
          [id, locale, format, name, content],
        );
      }
      return { ...run, id };
    });
  }

  async conclude(id: string, outcome: 'sent' | 'failed', reason: string | null): Promise<void> {
    await this.database.query('UPDATE report_run SET outcome = $2, reason = $3 WHERE id = $1', [id, outcome, reason]);
  }

  /** What the last run that was sent said. */
  async lastChangeHash(scheduleId: string, before: Date): Promise<string | null> {
    const [row] = await this.database.query<{ hash: string | null }>(
      `SELECT change_hash AS hash FROM report_run WHERE schedule_id = $1 AND at < $2 AND outcome = 'sent'
       ORDER BY at DESC LIMIT 1`,
      [scheduleId, before],
    );
    return row?.hash ?? null;
  }

  async files(runId: string): Promise<RunFile[]> {
    return this.database.query<RunFile>(
      'SELECT locale, format, name, bytes AS content FROM report_run_file WHERE run_id = $1 ORDER BY locale, format',
      [runId],
    );
  }

  async file(runId: string, locale: string, format: string): Promise<RunFile | null> {
    const sql = `SELECT locale, format, name, bytes AS content FROM report_run_file
      WHERE run_id = $1 AND locale = $2 AND format = $3`;
    return (await this.database.query<RunFile>(sql, [runId, locale, format]))[0] ?? null;
  }

  /** Destinations that need no further try. */
  async settled(runId: string): Promise<Set<string>> {
    const rows = await this.database.query<{ destination: string }>(
      `SELECT destination FROM report_delivery WHERE run_id = $1 AND state <> 'failed'`,
      [runId],
    );
    return new Set(rows.map(({ destination }) => destination));
  }

  async recordDelivery(
    runId: string,
    { destination, state, error }: Omit<ReportDelivery, 'at'>,
    at: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO report_delivery (run_id, destination, state, error, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (run_id, destination) DO UPDATE SET state = $3, error = $4, at = $5`,
      [runId, destination, state, error, at],
    );
  }

  /** Newest first, with their files and deliveries. */
  async ofSchedule(scheduleId: string): Promise<ReportRun[]> {
    const rows = await this.database.query<Omit<ReportRun, 'at'> & { at: Date }>(
      `SELECT r.id, r.schedule_id AS "scheduleId", r.at, r.outcome, r.reason, r.data_hash AS "dataHash",
         ${filesOf} AS files, ${deliveriesOf} AS deliveries
       FROM report_run r WHERE r.schedule_id = $1 ORDER BY r.at DESC LIMIT 100`,
      [scheduleId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** Runs of a report that were sent, newest first. @param newest - the highest version to show; null shows all. */
  async sentOf(
    reportId: string,
    newest: number | null,
    most: number,
  ): Promise<(StoredRun & { files: ReportRunFile[] })[]> {
    return this.database.query(
      `SELECT ${columns}, ${filesOf} AS files FROM report_run r
       WHERE schedule_id IN (SELECT id FROM report_schedule WHERE report_id = $1) AND outcome = 'sent'
         AND ($2::int IS NULL OR version <= $2) ORDER BY at DESC LIMIT $3`,
      [reportId, newest, most],
    );
  }

  /** Forgets the files of runs beyond the newest; what became of them stays. */
  async removeOldFiles(scheduleId: string): Promise<void> {
    await this.database.query(
      `DELETE FROM report_run_file WHERE run_id IN (
         SELECT id FROM report_run WHERE schedule_id = $1 ORDER BY at DESC OFFSET ${keptRuns})`,
      [scheduleId],
    );
  }
}

const filesOf = `(SELECT coalesce(jsonb_agg(jsonb_build_object('locale', f.locale, 'format', f.format, 'name', f.name,
    'bytes', octet_length(f.bytes)) ORDER BY f.locale, f.format), '[]')
  FROM report_run_file f WHERE f.run_id = r.id)`;

const deliveriesOf = `(SELECT coalesce(jsonb_agg(jsonb_build_object('destination', d.destination, 'state', d.state,
    'error', d.error, 'at', to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY d.destination), '[]')
  FROM report_delivery d WHERE d.run_id = r.id)`;
