import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { EmbeddedPostgresError } from './embedded-error.js';
import { type Identity, underIdentity } from './run-as.js';

export interface ServerFlags {
  port: number;
  /** False only for tests: no fsync. */
  durable: boolean;
}

/** Server parameters that differ from the defaults, and why. */
function serverArguments(clusterFolder: string, { port, durable }: ServerFlags): string[] {
  const parameters: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket file: its folder may not exist or be writable, and TCP with a password is enough.
    unix_socket_directories: '',
    // Each queue worker holds a LISTEN connection, each process a pool.
    max_connections: '200',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    // Compiling plans costs more than it wins on the short queries of a dashboard.
    jit: 'off',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    shared_preload_libraries: 'pg_stat_statements',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return ['-D', clusterFolder, ...Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

export interface ServerProcess {
  pid: number;
  /** Whether the process has ended by itself. */
  exited: () => boolean;
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal reaches its clients first, and with its
 * log in a file, so that it outlives the launcher.
 */
export async function spawnServer(
  postgres: string,
  clusterFolder: string,
  logFile: string,
  identity: Identity,
  flags: ServerFlags,
): Promise<ServerProcess> {
  const log = await open(logFile, 'a', 0o600);
  try {
    const { command, args, options } = underIdentity(identity, postgres, serverArguments(clusterFolder, flags));
    const child = spawn(command, args, {
      ...options,
      cwd: clusterFolder,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    });
    let ended = false;
    child.once('exit', () => (ended = true));
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    if (child.pid === undefined) throw new EmbeddedPostgresError('The embedded PostgreSQL has no process id.');
    return { pid: child.pid, exited: () => ended };
  } finally {
    await log.close();
  }
}
