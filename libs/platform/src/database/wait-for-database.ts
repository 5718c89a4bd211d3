import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { describeDatabase, explainConnectionError, isConnectionTrouble } from './connection-trouble.js';
import { DatabaseUnavailableError } from './database-error.js';

export interface WaitOptions {
  url: string;
  /** Gives up after this long, in milliseconds; 60 s unless told. */
  timeoutMs?: number;
  /** Hears why we wait, once per new reason. */
  onWait?: (reason: string) => void;
  signal?: AbortSignal;
}

/**
 * Resolves when the database answers a query. A database that is away or still starting is waited for; a wrong
 * password or a missing database is not, because waiting does not help.
 *
 * @throws DatabaseUnavailableError with a sentence that says what to do.
 */
export async function waitForDatabase({ url, timeoutMs = 60_000, onWait, signal }: WaitOptions): Promise<void> {
  const where = describeDatabase(url);
  const deadline = performance.now() + timeoutMs;
  let lastReason: string | undefined;
  for (let attempt = 0; ; attempt += 1) {
    const error = await tryConnection(url);
    if (error === null) return;
    const reason = explainConnectionError(error, where);
    const pauseMs = Math.min(100 * 2 ** attempt, 2_000);
    if (!isConnectionTrouble(error) || performance.now() + pauseMs > deadline) {
      throw new DatabaseUnavailableError(reason, { cause: error });
    }
    if (reason !== lastReason) onWait?.(reason);
    lastReason = reason;
    await delay(pauseMs, undefined, { signal });
  }
}

async function tryConnection(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return null;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
