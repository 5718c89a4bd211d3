import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { isMoved, secretColumns } from './archive-tables.js';

export interface ArchiveTable {
  name: string;
  columns: string[];
}

/** Rows per fetch and per insert. */
const batch = 500;

/** Tables and columns as PostgreSQL knows them, and their rows as JSON. */
@Injectable()
export class ArchiveRepository {
  constructor(private readonly database: Database) {}

  /** Tables that move, those that others refer to first. */
  async tables(): Promise<ArchiveTable[]> {
    const columns = await this.database.query<{ table: string; columns: string[] }>(
      `SELECT c.relname AS "table", array_agg(a.attname ORDER BY a.attnum)::text[] AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       GROUP BY 1 ORDER BY 1`,
    );
    const references = await this.database.query<{ from: string; to: string }>(
      `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to" FROM pg_constraint
       WHERE contype = 'f' AND conparentid = 0 AND conrelid <> confrelid`,
    );
    const moved = columns.filter(({ table }) => isMoved(table));
    const inOrder = referredFirst(
      moved.map(({ table }) => table),
      references,
    );
    return inOrder.map((name) => {
      const secrets = secretColumns[name] ?? [];
      const all = moved.find(({ table }) => table === name)?.columns ?? [];
      return { name, columns: all.filter((column) => !secrets.includes(column)) };
    });
  }

  async migrations(): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>('SELECT name FROM migration ORDER BY timestamp, name');
    return rows.map(({ name }) => name);
  }

  /** Rows of a table as JSON texts, in batches; call it in a transaction. */
  async *rows({ name, columns }: ArchiveTable): AsyncGenerator<string[]> {
    await this.database.query(
      `DECLARE archive_rows NO SCROLL CURSOR FOR
       SELECT to_json(r)::text AS row FROM (SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}) r`,
    );
    for (;;) {
      const rows = await this.database.query<{ row: string }>(`FETCH ${batch} FROM archive_rows`);
      if (rows.length > 0) yield rows.map(({ row }) => row);
      if (rows.length < batch) break;
    }
    await this.database.query('CLOSE archive_rows');
  }

  /** Moments that need a partition for their month. */
  async publicationMonths(): Promise<string[]> {
    const rows = await this.database.query<{ month: Date }>(
      `SELECT DISTINCT date_trunc('month', published AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS month FROM (
         SELECT published FROM mention UNION ALL SELECT published FROM quote UNION ALL SELECT published FROM forecast) p
       ORDER BY 1`,
    );
    return rows.map(({ month }) => month.toISOString());
  }

  async isEmpty(table: string): Promise<boolean> {
    return (await this.database.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`)).length === 0;
  }

  async clear(table: string): Promise<void> {
    await this.database.query(`DELETE FROM ${quoted(table)}`);
  }

  /** Rows with the values of these columns; other columns get their defaults. */
  async insert(table: string, columns: readonly string[], rows: readonly Record<string, unknown>[]): Promise<void> {
    const names = columns.map(quoted).join(', ');
    await this.database.query(
      `INSERT INTO ${quoted(table)} (${names}) OVERRIDING SYSTEM VALUE
       SELECT ${names} FROM jsonb_populate_recordset(NULL::${quoted(table)}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }

  /** Lets counters go on after the highest number that arrived. */
  async advanceCounters(table: string): Promise<void> {
    const counters = await this.database.query<{ column: string; sequence: string }>(
      `SELECT a.attname AS column, pg_get_serial_sequence(quote_ident($1), a.attname) AS sequence FROM pg_attribute a
       WHERE a.attrelid = quote_ident($1)::regclass AND a.attnum > 0 AND NOT a.attisdropped
         AND pg_get_serial_sequence(quote_ident($1), a.attname) IS NOT NULL`,
      [table],
    );
    for (const { column, sequence } of counters) {
      await this.database.query(
        `SELECT setval($1::regclass, (SELECT coalesce(max(${quoted(column)}), 0) + 1 FROM ${quoted(table)}), false)`,
        [sequence],
      );
    }
  }

  /** Ids of people by address. */
  async people(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; email: string }>(
      'SELECT id, lower(email) AS email FROM app_user',
    );
    return new Map(rows.map(({ id, email }) => [email, id]));
  }

  /** Gives an administrator a password of their own; null where there is none. @returns their address */
  async admitAdministrator(passwordHash: string): Promise<string | null> {
    const [row] = await this.database.query<{ email: string }>(
      `UPDATE app_user SET password_hash = $1, disabled = false
       WHERE id = (SELECT id FROM app_user WHERE role = 'admin' ORDER BY disabled, created_at, id LIMIT 1) RETURNING email`,
      [passwordHash],
    );
    return row?.email ?? null;
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Names in an order in which each comes after all that it refers to. */
function referredFirst(names: readonly string[], references: readonly { from: string; to: string }[]): string[] {
  const ordered: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || !names.includes(name)) return;
    seen.add(name);
    for (const { from, to } of references) if (from === name) visit(to);
    ordered.push(name);
  };
  names.forEach(visit);
  return ordered;
}
