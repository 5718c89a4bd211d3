import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbeddedPostgres } from '@timbre/platform';
import { inject } from 'vitest';

let starting: Promise<EmbeddedServer> | undefined;

/**
 * The PostgreSQL that all test files share: started by the first that asks, without fsync. Where the global set-up
 * did not run (a library's tests alone), each test process has its own and ends it on exit.
 */
export function sharedServer(): Promise<EmbeddedServer> {
  starting ??= start();
  return starting;
}

async function start(): Promise<EmbeddedServer> {
  const shared = inject('testDataFolder') as string | undefined;
  const dataFolder = shared ?? mkdtempSync(join(tmpdir(), 'timbre-test-alone-'));
  const server = await startEmbeddedPostgres({ dataFolder, database: 'postgres', durable: false });
  if (shared === undefined) process.once('exit', () => process.kill(server.pid, 'SIGQUIT'));
  return server;
}
