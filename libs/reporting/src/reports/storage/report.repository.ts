import { Injectable } from '@nestjs/common';
import { type Report, type ReportDocument, reportDocument } from '@timbre/contracts';
import { Database } from '@timbre/platform';

interface Row {
  id: string;
  version: number;
  document: unknown;
  createdAt: Date;
  updatedAt: Date;
  updatedBy: string | null;
}

const columns = `id, version, document, created_at AS "createdAt", updated_at AS "updatedAt", updated_by AS "updatedBy"`;

@Injectable()
export class ReportRepository {
  constructor(private readonly database: Database) {}

  /** Last changed first. */
  async all(): Promise<Report[]> {
    const rows = await this.database.query<Row>(`SELECT ${columns} FROM report ORDER BY updated_at DESC, id LIMIT 500`);
    return rows.map(fromRow);
  }

  async byId(id: string): Promise<Report | null> {
    return first(await this.database.query<Row>(`SELECT ${columns} FROM report WHERE id = $1`, [id]));
  }

  async insert(id: string, document: ReportDocument, by: string | null, now: Date): Promise<Report | null> {
    return first(
      await this.database.query<Row>(
        `INSERT INTO report (id, version, document, created_at, updated_at, updated_by)
         VALUES ($1, 1, $2, $3, $3, $4) RETURNING ${columns}`,
        [id, JSON.stringify(document), now, by],
      ),
    );
  }

  /** Null where the report is gone or has another version by now. */
  async replace(
    id: string,
    version: number,
    document: ReportDocument,
    by: string | null,
    now: Date,
  ): Promise<Report | null> {
    return first(
      await this.database.query<Row>(
        `UPDATE report SET version = version + 1, document = $3, updated_at = $4, updated_by = $5
         WHERE id = $1 AND version = $2 RETURNING ${columns}`,
        [id, version, JSON.stringify(document), now, by],
      ),
    );
  }

  async keepVersion({ id, version, document, updatedAt, updatedBy }: Report): Promise<void> {
    await this.database.query(
      `INSERT INTO report_version (report_id, version, document, saved_at, saved_by) VALUES ($1, $2, $3, $4, $5)`,
      [id, version, JSON.stringify(document), updatedAt, updatedBy],
    );
  }

  /** Newest first. */
  async versions(id: string): Promise<{ version: number; savedAt: Date; savedBy: string | null }[]> {
    return this.database.query(
      `SELECT version, saved_at AS "savedAt", saved_by AS "savedBy" FROM report_version
       WHERE report_id = $1 ORDER BY version DESC`,
      [id],
    );
  }

  async version(id: string, version: number): Promise<ReportDocument | null> {
    const [row] = await this.database.query<{ document: unknown }>(
      `SELECT document FROM report_version WHERE report_id = $1 AND version = $2`,
      [id, version],
    );
    return row === undefined ? null : reportDocument.parse(row.document);
  }

  async delete(id: string): Promise<boolean> {
    return (await this.database.query(`DELETE FROM report WHERE id = $1 RETURNING id`, [id])).length > 0;
  }
}

const first = (rows: readonly Row[]): Report | null => (rows[0] === undefined ? null : fromRow(rows[0]));

function fromRow({ id, version, document, createdAt, updatedAt, updatedBy }: Row): Report {
  return {
    id,
    version,
    document: reportDocument.parse(document),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    updatedBy,
  };
}
