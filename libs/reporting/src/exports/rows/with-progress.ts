import type { ExportCell } from './export-table.js';

/** Tells how many rows have passed, after every thousand. */
export async function* withProgress(
  rows: AsyncIterable<readonly ExportCell[]>,
  report: (done: number) => Promise<void>,
): AsyncGenerator<readonly ExportCell[]> {
  let done = 0;
  for await (const row of rows) {
    yield row;
    done += 1;
    if (done % 1000 === 0) await report(done);
  }
}
