import type { ExportCell, ExportTable } from '../rows/export-table.js';

/** What one must know to read the numbers, as a sheet of two columns. */
export function notesTable(notes: Readonly<Record<string, ExportCell>>): ExportTable {
  return {
    columns: [
      { key: 'note', type: 'text' },
      { key: 'value', type: 'text' },
    ],
    rows: entries(notes),
  };
}

async function* entries(notes: Readonly<Record<string, ExportCell>>): AsyncGenerator<ExportCell[][]> {
  yield Object.entries(notes);
}
