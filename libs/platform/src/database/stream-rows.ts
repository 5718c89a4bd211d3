import type { PoolClient } from 'pg';
import QueryStream from 'pg-query-stream';
import type { Database } from './database.js';

/** Rows fetched per round trip. */
const batchSize = 500;

/**
 * Reads a result row by row in constant memory, on a connection of its own with a snapshot of its own (it does not
 * see an open transaction). Leaving the loop early, or an error, gives the connection back.
 */
export async function* streamRows<Row = Record<string, unknown>>(
  database: Database,
  sql: string,
  parameters: readonly unknown[] = [],
): AsyncGenerator<Row, void, undefined> {
  const runner = database.dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const stream = client.query(new QueryStream(sql, [...parameters], { batchSize }));
    try {
      for await (const row of stream) yield row as Row;
    } finally {
      stream.destroy();
    }
  } finally {
    await runner.release();
  }
}
