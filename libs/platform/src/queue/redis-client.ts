import { Logger } from '@nestjs/common';
import { Cluster, Redis } from 'ioredis';

export type RedisClient = Redis | Cluster;

export interface RedisTarget {
  url: string;
  cluster: boolean;
}

/**
 * One connection to Redis or Valkey, or to a cluster. Reconnects for ever with growing pauses; what is lost is logged
 * once, not per attempt.
 *
 * @param patient - workers wait for Redis to come back (no limit of retries, as BullMQ asks for); others fail after
 *   some tries so that a request is answered.
 */
export function openRedis({ url, cluster }: RedisTarget, patient = false): RedisClient {
  const retryPause = (attempt: number): number => Math.min(100 * 2 ** Math.min(attempt, 6), 5_000);
  const shared = { maxRetriesPerRequest: patient ? null : 5, enableReadyCheck: true, keepAlive: 10_000 };
  const { hostname, port, username, password, protocol } = new URL(url);
  const client = cluster
    ? new Cluster([{ host: hostname, port: Number(port || 6379) }], {
        clusterRetryStrategy: retryPause,
        redisOptions: {
          ...shared,
          username: decodeURIComponent(username) || undefined,
          password: decodeURIComponent(password) || undefined,
          tls: protocol === 'rediss:' ? {} : undefined,
        },
      })
    : new Redis(url, { ...shared, retryStrategy: retryPause });
  const log = new Logger('Redis');
  let lost = false;
  client.on('error', (error: Error) => {
    if (!lost) log.warn(`Redis at ${hostname}:${port || 6379} cannot be reached, trying again: ${error.message}`);
    lost = true;
  });
  client.on('ready', () => {
    if (lost) log.log('Redis is back.');
    lost = false;
  });
  return client;
}
