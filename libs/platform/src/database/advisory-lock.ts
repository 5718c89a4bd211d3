import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** A stable 64-bit key from a name, as text (bigint). */
function advisoryKey(name: string): string {
  return createHash('sha256').update(`timbre:${name}`).digest().readBigInt64BE(0).toString();
}

/** Takes the lock for as long as the client's session lives; false when another session holds it. */
export async function tryAdvisoryLock(client: ClientBase, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1::bigint) AS taken', [
    advisoryKey(name),
  ]);
  return rows[0]?.taken === true;
}

/** Waits for the lock and holds it until the session ends. */
export async function takeAdvisoryLock(client: ClientBase, name: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1::bigint)', [advisoryKey(name)]);
}
