import { Injectable } from '@nestjs/common';
import { type DashboardDocument, dashboardDocument, type DashboardReaders } from '@timbre/contracts';
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

  /**
   * Those of an owner and those of others that are shared with given readers, last changed first. Where there are more
   * than 500, others' are left out before one's own.
   */
  async ofOrFor(owner: string, readers: readonly DashboardReaders[]): Promise<StoredDashboard[]> {
    const rows = await this.database.query<Row>(
      `SELECT * FROM (
         SELECT ${columns} FROM dashboard WHERE owner = $1 OR coalesce(document->>'readers', 'owner') = ANY($2)
         ORDER BY owner = $1 DESC, updated_at DESC, id LIMIT 500
       ) seen ORDER BY "updatedAt" DESC, id`,
      [owner, readers],
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
