import type { ChartTable } from './chart-table.js';
import { formulaLike } from './formula-like.js';

/** An apostrophe keeps text text where a spreadsheet would run it. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = formulaLike(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a byte order mark, without which Excel garbles Chinese. */
export function toCsv(table: ChartTable): string {
  const lines = [table.columns.map((column) => column.title), ...table.rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
