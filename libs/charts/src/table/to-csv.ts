import type { ChartTable } from './chart-table.js';

/** A leading =, +, @, tab or − would run as a formula in a spreadsheet; an apostrophe keeps text text (OWASP CSV injection). */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a byte order mark, without which Excel garbles Chinese. */
export function toCsv(table: ChartTable): string {
  const lines = [table.columns.map((column) => column.title), ...table.rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
