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
  for await (const batch of rows) {
    for (const row of batch) buffered += csvLine(row);
    if (buffered.length >= chunk) {
      yield buffered;
      buffered = '';
    }
  }
  yield buffered;
}

function csvLine(row: readonly ExportCell[]): string {
  let line = csvCell(row[0] ?? null);
  for (let index = 1; index < row.length; index += 1) line += `,${csvCell(row[index] ?? null)}`;
  return `${line}\r\n`;
}

/** @example csvCell('=1+1') // '"\'=1+1"' */
export function csvCell(value: ExportCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  const clean = (value.includes('\0') ? value.replaceAll('\0', '') : value).toWellFormed();
  const safe = formulaLike(value) ? `'${clean}` : clean;
  return safe.includes('"') ? `"${safe.replaceAll('"', '""')}"` : `"${safe}"`;
}
