import type { ExportCell, ExportTable } from './export-table.js';

/** Tells how many rows have passed, after every batch. */
export async function* withProgress(
  rows: ExportTable['rows'],
  report: (done: number) => Promise<void>,
): AsyncGenerator<readonly (readonly ExportCell[])[]> {
  let done = 0;
  for await (const batch of rows) {
    yield batch;
    done += batch.length;
    await report(done);
  }
}
