import { Injectable } from '@nestjs/common';
import { Database, insertRows } from '@timbre/platform';
import type { ImportFormat } from './read-import.js';

/** An import and how far it came. */
export interface ImportRun {
  id: string;
  sourceId: string;
  /** Path of the uploaded file. */
  file: string;
  fileName: string;
  format: ImportFormat;
  /** Lines up to this one are stored. */
  lines: number;
  accepted: number;
  duplicates: number;
  rejected: number;
}

export interface ImportErrorRow {
  line: number;
  code: string;
  message: string;
}

const columns = `id, source_id AS "sourceId", file, file_name AS "fileName", format, lines, accepted, duplicates, rejected`;

@Injectable()
export class ImportRunRepository {
  constructor(private readonly database: Database) {}

  async insert(run: ImportRun, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO import_run (id, source_id, file, file_name, format, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [run.id, run.sourceId, run.file, run.fileName, run.format, now],
    );
  }

  async byId(id: string): Promise<ImportRun | null> {
    const rows = await this.database.query<ImportRun>(`SELECT ${columns} FROM import_run WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Notes how far the import is, with the lines that could not be stored. */
  async advance(run: ImportRun, errors: readonly ImportErrorRow[]): Promise<void> {
    await insertRows(this.database, {
      table: 'import_error',
      columns: { import_id: 'uuid', line: 'integer', code: 'text', message: 'text' },
      rows: errors.map((error) => ({ import_id: run.id, ...error })),
      onConflict: '(import_id, line) DO NOTHING',
    });
    await this.database.query(
      'UPDATE import_run SET lines = $2, accepted = $3, duplicates = $4, rejected = $5 WHERE id = $1',
      [run.id, run.lines, run.accepted, run.duplicates, run.rejected],
    );
  }

  /** Lines that could not be stored, from a line on. */
  errors(id: string, afterLine: number, limit: number): Promise<ImportErrorRow[]> {
    return this.database.query<ImportErrorRow>(
      'SELECT line, code, message FROM import_error WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3',
      [id, afterLine, limit],
    );
  }
}
