import { IANAZone } from 'luxon';
import type { ExportTable } from '../../rows/export-table.js';
import { cellStyle, cellXml, textCell } from './cell-xml.js';

/** Rows that a sheet can hold, the header among them (Excel's limit). */
const mostRows = 1_048_576;

export class SheetFullError extends Error {
  constructor() {
    super('An Excel sheet holds 1,048,575 rows and this export has more. Choose CSV, or a shorter range.');
    this.name = 'SheetFullError';
  }
}

const columnWidths = { text: 28, number: 12, instant: 20, day: 12, boolean: 9 } as const;

/**
 * A worksheet with a frozen header and a filter, in chunks.
 *
 * @throws SheetFullError
 */
export async function* sheetXml({ columns, rows }: ExportTable, tz: string): AsyncGenerator<string> {
  const zone = IANAZone.create(tz);
  let count = 1;
  let buffered = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(({ type }, index) => `<col min="${index + 1}" max="${index + 1}" width="${columnWidths[type]}" customWidth="1"/>`).join('')}</cols><sheetData><row>${columns.map(({ key }) => textCell(key, cellStyle.header)).join('')}</row>`;
  for await (const batch of rows) {
    if (count + batch.length > mostRows) throw new SheetFullError();
    count += batch.length;
    for (const row of batch)
      buffered += `<row>${columns.map(({ type }, index) => cellXml(row[index], type, zone)).join('')}</row>`;
    if (buffered.length >= 65_536) {
      yield buffered;
      buffered = '';
    }
  }
  yield `${buffered}</sheetData><autoFilter ref="A1:${columnName(columns.length)}${count}"/></worksheet>`;
}

/** @example columnName(28) // 'AB' */
export function columnName(number: number): string {
  let name = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
