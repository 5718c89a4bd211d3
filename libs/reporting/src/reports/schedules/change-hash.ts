import { createHash } from 'node:crypto';
import type { ChartTable } from '@timbre/charts';
import { said } from '../drawn/data-hash.js';
import type { DrawnReport } from '../drawn/drawn-report.js';

const isInstant = /^\d{4}-\d\d-\d\d(T|$)/;

/**
 * SHA-256 over what a report says, without the calendar: a day that came or went with nothing on it is no change, and
 * neither is a picture whose axis moved on.
 */
export function changeHash({ blocks, notes }: Pick<DrawnReport, 'blocks' | 'notes'>): string {
  const lastingWords = blocks.map(({ title, part }) => {
    if (part.kind === 'figure') return { title, rows: lasting(part.table) };
    return { title, part: part.kind === 'table' ? lasting(part.table) : said(part) };
  });
  return createHash('sha256')
    .update(JSON.stringify({ said: lastingWords, notes }))
    .digest('hex');
}

/** Rows that hold something, without their dates. */
function lasting({ rows }: ChartTable): (string | number | null)[][] {
  return rows
    .map((row) => row.filter((cell) => typeof cell !== 'string' || !isInstant.test(cell)))
    .filter((row) => row.some((cell) => cell !== null && cell !== 0));
}
