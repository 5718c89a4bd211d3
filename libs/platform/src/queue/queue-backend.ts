import {
  createPostgresBackend,
  createRedisBackend,
  type Job,
  type Queue,
  type Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import pg from 'pg';
import type { Settings } from '../settings/index.js';
import { openRedis, type RedisClient } from './redis-client.js';

export type QueueSettings = Pick<Settings, 'redisUrl' | 'redisCluster' | 'queuePrefix'> & { databaseUrl: string };
type RunJob = (job: Job, token?: string, signal?: AbortSignal) => Promise<unknown>;
type RunOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;

/** Where the queues live. Deliberately not here: what jobs mean; that is the service's and the workers' business. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  openQueue(name: string): Queue;
  openWorker(name: string, run: RunJob, options: RunOptions): Worker;
  /** Closes the connections that queues and workers shared. Close those first. */
  close(): Promise<void>;
}

export function openQueueBackend(settings: QueueSettings): QueueBackend {
  return settings.redisUrl === undefined
    ? new PostgresBackend(settings.databaseUrl)
    : new RedisBackend(settings, settings.redisUrl);
}

/**
 * All queues of a process share one pool, and all its workers another, in which each worker holds one connection for
 * LISTEN. Commits of the queue do not wait for the disk: PostgreSQL's own tables are the record, and the sweepers
 * enqueue again what a crash of the server could take.
 */
class PostgresBackend implements QueueBackend {
  readonly kind = 'postgres';
  private readonly classes = withBackend(createPostgresBackend);
  private queuePool: pg.Pool | undefined;
  private workerPool: pg.Pool | undefined;

  constructor(private readonly url: string) {}

  openQueue(name: string): Queue {
    this.queuePool ??= this.openPool(4, 'timbre queues');
    return new this.classes.Queue(name, { connection: this.queuePool }) as unknown as Queue;
  }

  openWorker(name: string, run: RunJob, options: RunOptions): Worker {
    this.workerPool ??= this.openPool(6, 'timbre workers');
    this.workerPool.options.max += 1;
    return new this.classes.Worker(name, run, { ...options, connection: this.workerPool }) as unknown as Worker;
  }

  async close(): Promise<void> {
    await Promise.all([this.queuePool?.end(), this.workerPool?.end()]);
  }

  private openPool(max: number, applicationName: string): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.url,
      max,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      application_name: applicationName,
      options: '-c search_path=bullmq -c synchronous_commit=off',
    });
    // Each queue and worker adds its own listener for lost connections.
    pool.setMaxListeners(0);
    pool.on('error', () => undefined);
    return pool;
  }
}

/** On a cluster all keys of a queue must share a slot, so the name is a hash tag. */
class RedisBackend implements QueueBackend {
  readonly kind = 'redis';
  private readonly classes = withBackend(createRedisBackend);
  private readonly opened: RedisClient[] = [];
  private queueClient: RedisClient | undefined;
  private workerClient: RedisClient | undefined;

  constructor(
    private readonly settings: QueueSettings,
    private readonly url: string,
  ) {}

  openQueue(name: string): Queue {
    this.queueClient ??= this.open(false);
    return new this.classes.Queue(`{${name}}`, this.options(this.queueClient)) as unknown as Queue;
  }

  openWorker(name: string, run: RunJob, options: RunOptions): Worker {
    this.workerClient ??= this.open(true);
    return new this.classes.Worker(`{${name}}`, run, {
      ...options,
      ...this.options(this.workerClient),
    }) as unknown as Worker;
  }

  async close(): Promise<void> {
    for (const client of this.opened) client.disconnect();
  }

  private options(connection: RedisClient) {
    return { connection, prefix: this.settings.queuePrefix };
  }

  private open(patient: boolean): RedisClient {
    const client = openRedis({ url: this.url, cluster: this.settings.redisCluster }, patient);
    this.opened.push(client);
    return client;
  }
}
