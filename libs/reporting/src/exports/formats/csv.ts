import { formulaLike } from '@timbre/charts';
import type { ExportCell, ExportTable } from '../rows/export-table.js';

/** Characters per chunk, about. */
const chunk = 65_536;

/**
 * RFC 4180, UTF-8. Texts are always quoted, so that no separator of any locale splits them, and an apostrophe leads
 * those that a spreadsheet would run; numbers stay bare.
 */
export async function* csv({ columns, rows }: ExportTable, { bom }: { bom: boolean }): AsyncGenerator<string> {
  let buffered = `${bom ? '\uFEFF' : ''}${columns.map(({ key }) => key).join(',')}\r\n`;
  for await (const row of rows) {
    buffered += `${row.map(csvCell).join(',')}\r\n`;
    if (buffered.length >= chunk) {
      yield buffered;
      buffered = '';
    }
  }
  yield buffered;
}

/** @example csvCell('=1+1') // '"\'=1+1"' */
export function csvCell(value: ExportCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  const clean = value.replaceAll('\0', '').toWellFormed();
  const safe = formulaLike(value) ? `'${clean}` : clean;
  return `"${safe.replaceAll('"', '""')}"`;
}
