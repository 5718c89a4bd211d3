import { Logger } from '@nestjs/common';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Database } from '../database/index.js';
import type { RedisClient } from '../queue/redis-client.js';
import { ProblemError } from './problem-error.js';

/** 429 with the seconds to wait. */
export class TooManyRequestsError extends ProblemError {
  constructor(retryAfterMs: number) {
    const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
    super({
      status: 429,
      code: 'rate.limited',
      detail: `Too many requests. Try again in ${seconds} s.`,
      retryAfter: seconds,
    });
  }
}

export interface RateLimit {
  points: number;
  perSeconds: number;
}

export type RateLimitStore = { redis: RedisClient; prefix: string } | { database: Database };

/**
 * Counts over all processes, in Redis or PostgreSQL. When the store is away, each process counts for itself: a broken
 * store must not lock everyone out, nor let everything in.
 */
export class RateLimiter {
  private readonly log = new Logger('RateLimiter');
  private readonly limiters = new Map<string, RateLimiterAbstract>();

  constructor(private readonly store: RateLimitStore) {}

  /**
   * Takes one point.
   *
   * @param name - what is limited, e.g. `login`; a name always has the same limit.
   * @param key - whom, e.g. an address or a mail address.
   * @throws TooManyRequestsError
   */
  async consume(name: string, key: string, limit: RateLimit): Promise<void> {
    try {
      await this.limiterOf(name, limit).consume(key.slice(0, 200));
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new TooManyRequestsError(error.msBeforeNext);
      this.log.warn(`Requests cannot be counted: ${String(error)}`);
    }
  }

  /** Gives one point back, e.g. for a password that was right; never fails, because then the point is only kept. */
  async giveBack(name: string, key: string): Promise<void> {
    try {
      await this.limiters.get(name)?.reward(key.slice(0, 200));
    } catch (error) {
      this.log.warn(`A request stays counted: ${String(error)}`);
    }
  }

  /** Forgets what was counted, e.g. after a login that worked. */
  async reset(name: string, key: string): Promise<void> {
    await this.limiters.get(name)?.delete(key.slice(0, 200));
  }

  private limiterOf(name: string, { points, perSeconds }: RateLimit): RateLimiterAbstract {
    const known = this.limiters.get(name);
    if (known !== undefined) return known;
    const base = { points, duration: perSeconds, keyPrefix: name };
    const shared = { ...base, insuranceLimiter: new RateLimiterMemory(base), inMemoryBlockOnConsumed: points + 1 };
    const made =
      'redis' in this.store
        ? new RateLimiterRedis({
            ...shared,
            storeClient: this.store.redis,
            keyPrefix: `${this.store.prefix}:rate:${name}`,
          })
        : new RateLimiterPostgres({
            ...shared,
            storeClient: queryable(this.store.database),
            storeType: 'pool',
            tableName: 'rate_limit',
            tableCreated: true,
          });
    this.limiters.set(name, made);
    return made;
  }
}

/** What the limiter takes for a pg pool; always outside transactions, or a rollback would forget the request. */
function queryable(database: Database) {
  return {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const rows = await database.dataSource.query<unknown[]>(text, values);
      return { rows, rowCount: rows.length };
    },
  };
}
