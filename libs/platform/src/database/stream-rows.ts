import type { PoolClient } from 'pg';
import QueryStream from 'pg-query-stream';
import type { Database } from './database.js';

/** Rows fetched per round trip. */
const batchSize = 1000;

interface Cursor<Row> {
  read(rows: number): Promise<Row[]>;
  close(): Promise<void>;
}

/**
 * Reads a result in batches and constant memory, on a connection of its own with a snapshot of its own (it does not see
 * an open transaction). The next batch is fetched while the last one is worked on. Leaving the loop early, or an error,
 * gives the connection back.
 */
export async function* streamRows<Row = Record<string, unknown>>(
  database: Database,
  sql: string,
  parameters: readonly unknown[] = [],
): AsyncGenerator<Row[], void, undefined> {
  const runner = database.dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    // The stream's own reading, row by row, costs more than the rows.
    const { cursor } = client.query(new QueryStream(sql, [...parameters])) as { cursor: Cursor<Row> };
    let next = cursor.read(batchSize);
    try {
      for (;;) {
        const rows = await next;
        if (rows.length === 0) return;
        next = cursor.read(batchSize);
        // Its error is thrown where it is awaited, also when that is later.
        next.catch(() => undefined);
        yield rows;
      }
    } finally {
      // A cursor that is being read cannot be closed; a broken one is closed already.
      await next.then(
        () => cursor.close(),
        () => undefined,
      );
    }
  } finally {
    await runner.release();
  }
}
