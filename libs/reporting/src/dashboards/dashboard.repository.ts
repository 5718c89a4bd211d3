import { Injectable } from '@nestjs/common';
import { type DashboardDocument, dashboardDocument } from '@timbre/contracts';
import { Database } from '@timbre/platform';

/** A dashboard as it is stored. */
export interface StoredDashboard {
  id: string;
  version: number;
  document: DashboardDocument;
  owner: string;
  ownerName: string;
  updatedAt: Date;
}

type Row = Omit<StoredDashboard, 'document'> & { document: unknown };

const columns = `id, version, document, owner, owner_name AS "ownerName", updated_at AS "updatedAt"`;

@Injectable()
export class DashboardRepository {
  constructor(private readonly database: Database) {}

  /** Last changed first. */
  async all(): Promise<StoredDashboard[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM dashboard ORDER BY updated_at DESC, id LIMIT 500`,
    );
    return rows.map(fromRow);
  }

  async byId(id: string): Promise<StoredDashboard | null> {
    return first(await this.database.query<Row>(`SELECT ${columns} FROM dashboard WHERE id = $1`, [id]));
  }

  async insert({ id, version, document, owner, ownerName, updatedAt }: StoredDashboard): Promise<void> {
    await this.database.query(
      `INSERT INTO dashboard (id, version, document, owner, owner_name, updated_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, version, JSON.stringify(document), owner, ownerName, updatedAt],
    );
  }

  /** Null where it is gone or has another version by now. */
  async replace(id: string, version: number, document: DashboardDocument, now: Date): Promise<StoredDashboard | null> {
    return first(
      await this.database.query<Row>(
        `UPDATE dashboard SET version = version + 1, document = $3, updated_at = $4
         WHERE id = $1 AND version = $2 RETURNING ${columns}`,
        [id, version, JSON.stringify(document), now],
      ),
    );
  }

  async delete(id: string): Promise<void> {
    await this.database.query('DELETE FROM dashboard WHERE id = $1', [id]);
  }
}

const first = ([row]: readonly Row[]): StoredDashboard | null => (row === undefined ? null : fromRow(row));

const fromRow = (row: Row): StoredDashboard => ({ ...row, document: dashboardDocument.parse(row.document) });
