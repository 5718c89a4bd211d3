import type { ChartTable } from '@timbre/charts';
import { notesTable } from '../../exports/formats/notes-table.js';
import { workbook, type WorkbookSheet } from '../../exports/formats/xlsx/workbook.js';
import type { ExportCell, ExportTable } from '../../exports/rows/export-table.js';
import type { DrawnReport } from '../drawn/drawn-report.js';

/** The report's numbers as a workbook: a sheet per figure, table and list, and one with what the cover says. */
export async function reportWorkbook(report: DrawnReport): Promise<Buffer> {
  const sheets = report.blocks.flatMap(({ title, part }): WorkbookSheet[] => {
    const name = title ?? '';
    switch (part.kind) {
      case 'figure':
      case 'table':
        return [{ name, table: fromChart(part.table) }];
      case 'items':
        return [{ name, table: fromItems(part.items, report) }];
      default:
        return [];
    }
  });
  const notes = Object.fromEntries([
    ['report', report.name],
    ...report.cover.map(({ name, value }) => [name, value]),
    ['sha256', report.dataHash],
  ]) as Record<string, ExportCell>;
  const parts: Buffer[] = [];
  for await (const part of workbook([...sheets, { name: 'Notes', table: notesTable(notes) }], report.tz))
    parts.push(part);
  return Buffer.concat(parts);
}

const isInstant = /^\d{4}-\d\d-\d\dT/;

function fromChart({ columns, rows }: ChartTable): ExportTable {
  return {
    columns: columns.map(({ title, numeric }, index) => ({
      key: title,
      type: numeric ? 'number' : rows.every((row) => isInstant.test(String(row[index]))) ? 'instant' : 'text',
    })),
    rows: each(rows),
  };
}

function fromItems(
  items: { heading: string; about: string; words: string | null; note: number }[],
  report: DrawnReport,
) {
  const keys = ['item', 'about', 'words', 'source', 'published', 'url'];
  return {
    columns: keys.map((key) => ({ key, type: 'text' as const })),
    rows: each(
      items.map(({ heading, about, words, note }) => {
        const source = report.notes[note - 1];
        return [heading, about, words, source?.sourceName ?? null, source?.published ?? null, source?.url ?? null];
      }),
    ),
  };
}

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
