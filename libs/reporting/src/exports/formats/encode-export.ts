import type { ExportFormat } from '@timbre/contracts';
import type { ExportCell, ExportTable } from '../rows/export-table.js';
import { csv } from './csv.js';
import { jsonLines } from './json-lines.js';
import { notesTable } from './notes-table.js';
import { parquet } from './parquet.js';
import { workbook } from './xlsx/workbook.js';

export interface EncodedExport {
  table: ExportTable;
  sheetName: string;
  notes: Readonly<Record<string, ExportCell>>;
  tz: string;
  bom: boolean;
}

/** The bytes of an export, as a stream. Leaving it early closes the query behind it. */
export function encodeExport(format: ExportFormat, data: EncodedExport): AsyncGenerator<string | Buffer> {
  switch (format) {
    case 'csv':
      return csv(data.table, data);
    case 'jsonl':
      return jsonLines(data.table);
    case 'parquet':
      return parquet(data.table, data.notes);
    case 'xlsx':
      return workbook(
        [
          { name: data.sheetName, table: data.table },
          { name: 'Notes', table: notesTable(data.notes) },
        ],
        data.tz,
      );
  }
}

export const exportContentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
