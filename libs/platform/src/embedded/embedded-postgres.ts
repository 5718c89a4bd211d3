import { chmod, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { errorCode } from '../database/connection-trouble.js';
import { locateBinaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-error.js';
import { explainStartFailure, isOrphanInTheWay } from './explain-start-failure.js';
import { withFolderLock } from './folder-lock.js';
import { freePort } from './free-port.js';
import { embeddedUser, initialiseCluster } from './initialise-cluster.js';
import { isAlive, runningPostmaster } from './postmaster-file.js';
import { chooseIdentity } from './run-as.js';
import { type ServerProcess, spawnServer } from './server-process.js';

export interface EmbeddedOptions {
  /** TIMBRE_DATA; the cluster lies in its folder `postgres`. */
  dataFolder: string;
  /** Database that is created when missing; `timbre` unless told. */
  database?: string;
  /** False only for tests: no fsync. */
  durable?: boolean;
}

export interface EmbeddedServer {
  /** DATABASE_URL of the server. */
  url: string;
  pid: number;
  port: number;
  /** True when it was running already. */
  reused: boolean;
}

interface Paths {
  cluster: string;
  password: string;
  port: string;
  log: string;
  lock: string;
}

function pathsOf(dataFolder: string): Paths {
  const root = resolve(dataFolder);
  return {
    cluster: join(root, 'postgres'),
    password: join(root, 'postgres.password'),
    port: join(root, 'postgres.port'),
    log: join(root, 'postgres.log'),
    lock: join(root, 'postgres.starting'),
  };
}

/**
 * The embedded server that runs in this data folder, for commands beside `timbre serve`; null when none runs.
 */
export async function findEmbeddedPostgres({
  dataFolder,
  database = 'timbre',
}: EmbeddedOptions): Promise<EmbeddedServer | null> {
  const paths = pathsOf(dataFolder);
  const running = await runningPostmaster(paths.cluster);
  if (running === null) return null;
  const url = await urlOf(paths, running.port, database);
  return { url, ...running, reused: true };
}

/**
 * Starts the embedded PostgreSQL, or takes over the one that runs in the data folder (a launcher that was killed
 * leaves its server alive). Creates cluster and database on first use. The server survives this process; end it
 * with `stopEmbeddedPostgres`.
 *
 * @throws EmbeddedPostgresError with a sentence that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataFolder, database = 'timbre', durable = true } = options;
  const paths = pathsOf(dataFolder);
  await mkdirWithAdvice(resolve(dataFolder));
  return withFolderLock(paths.lock, async () => {
    const found = await findEmbeddedPostgres(options);
    if (found !== null) {
      await waitUntilReady(found.url, () => !isAlive(found.pid), paths.log);
      await createDatabase(found.url, database);
      return found;
    }
    const { postgres, initdb } = locateBinaries();
    const identity = await chooseIdentity(paths.cluster, initdb);
    await initialiseCluster(paths.cluster, paths.password, initdb, identity);
    await chmod(paths.password, 0o600);

    for (let attempt = 1; ; attempt += 1) {
      // A file that a dead server left over; one of a living server was found above.
      await rm(join(paths.cluster, 'postmaster.pid'), { force: true });
      const wished = Number(await readFile(paths.port, 'utf8').catch(() => '0'));
      const port = await freePort(wished);
      const logStart = await stat(paths.log).then(
        ({ size }) => size,
        () => 0,
      );
      const server: ServerProcess = await spawnServer(postgres, paths.cluster, paths.log, identity, { port, durable });
      const url = await urlOf(paths, port, database);
      try {
        await waitUntilReady(url, server.exited, paths.log, logStart);
        await writeFile(paths.port, String(port));
        await createDatabase(url, database);
        return { url, pid: server.pid, port, reused: false };
      } catch (error) {
        const tail = await logTail(paths.log, logStart);
        if (attempt >= 20 || !(isOrphanInTheWay(tail) || /Address already in use/.test(tail))) throw error;
        await delay(500);
      }
    }
  });
}

/** Fast shutdown: clients are cut off, a checkpoint is written. Resolves when the process is gone. */
export async function stopEmbeddedPostgres(server: Pick<EmbeddedServer, 'pid'>, timeoutMs = 20_000): Promise<void> {
  signal(server.pid, 'SIGINT');
  const deadline = performance.now() + timeoutMs;
  while (isAlive(server.pid)) {
    if (performance.now() > deadline) {
      signal(server.pid, 'SIGQUIT');
      return;
    }
    await delay(50);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function urlOf(paths: Paths, port: number, database: string): Promise<string> {
  const password = await readFile(paths.password, 'utf8');
  return `postgresql://${embeddedUser}:${encodeURIComponent(password.trim())}@127.0.0.1:${port}/${database}`;
}

/** Waits as long as the server lives and says that it is starting: recovery after a crash can take its time. */
async function waitUntilReady(url: string, gone: () => boolean, log: string, logStart = 0): Promise<void> {
  const deadline = performance.now() + 300_000;
  for (;;) {
    const error = await tryConnect(url);
    if (error === null) return;
    const code = errorCode(error);
    const starting = code === '57P03' || code === 'ECONNREFUSED' || code === 'ECONNRESET';
    if (gone() || !starting || performance.now() > deadline) {
      const tail = await logTail(log, logStart);
      throw new EmbeddedPostgresError(
        `The embedded PostgreSQL did not start. ${explainStartFailure(tail || String(error))}`,
        {
          cause: error,
        },
      );
    }
    await delay(50);
  }
}

const maintenanceUrl = (url: string): string => Object.assign(new URL(url), { pathname: '/postgres' }).toString();

async function tryConnect(url: string): Promise<unknown> {
  const client = new Client({ connectionString: maintenanceUrl(url), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url: string, database: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl(url) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

async function logTail(path: string, from: number): Promise<string> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return '';
  try {
    const { size } = await file.stat();
    const start = Math.max(from, size - 16_384);
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(Math.max(size - start, 0)),
      0,
      Math.max(size - start, 0),
      start,
    );
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function mkdirWithAdvice(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The data folder ${folder} cannot be created: ${explainStartFailure(String(error))}`,
      {
        cause: error,
      },
    );
  }
}
