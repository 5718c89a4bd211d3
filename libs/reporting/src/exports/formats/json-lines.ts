import type { ExportTable } from '../rows/export-table.js';

/** One object per line, keys in the order of the columns. */
export async function* jsonLines({ columns, rows }: ExportTable): AsyncGenerator<string> {
  let buffered = '';
  for await (const batch of rows) {
    for (const row of batch)
      buffered += `${JSON.stringify(Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null])))}\n`;
    if (buffered.length >= 65_536) {
      yield buffered;
      buffered = '';
    }
  }
  if (buffered !== '') yield buffered;
}
