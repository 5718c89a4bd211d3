import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@timbre/platform';

export interface TestRedis {
  url: string;
  pid: number;
  close(): Promise<void>;
}

/**
 * A real redis-server (or valkey-server) on a free port with a folder of its own, in the way Timbre wants it:
 * noeviction and AOF.
 *
 * @param flags - further flags, e.g. `['--maxmemory-policy', 'allkeys-lru']`.
 */
export async function testRedis(flags: readonly string[] = []): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'timbre-redis-'));
  const port = await freePort();
  const base = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--daemonize', 'no'];
  const server = spawn('redis-server', [...base, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const killed = (): void => void server.kill('SIGKILL');
  process.once('exit', killed);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new Error('redis-server is needed for these tests; install it.', { cause: error })),
    );
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code} before it was ready.`)));
    server.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: server.pid ?? 0,
    async close() {
      process.off('exit', killed);
      if (server.exitCode === null && server.signalCode === null) {
        const gone = once(server, 'exit');
        server.kill('SIGTERM');
        await gone;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
