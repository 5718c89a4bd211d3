import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Database } from '../database/index.js';
import { openRedis } from '../queue/redis-client.js';
import type { Settings } from '../settings/index.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { RateLimiter } from './rate-limiter.js';

/** The rate limiter and its guard. Import it before the module that brings identity's guard. */
@Module({})
export class HttpModule {
  static forRoot(settings: Pick<Settings, 'redisUrl' | 'redisCluster' | 'queuePrefix'>): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      providers: [
        {
          provide: RateLimiter,
          inject: [Database],
          useFactory: (database: Database) => createLimiter(settings, database),
        },
        { provide: APP_GUARD, useClass: RateLimitGuard },
      ],
      exports: [RateLimiter],
    };
  }
}

function createLimiter(
  { redisUrl, redisCluster, queuePrefix }: Pick<Settings, 'redisUrl' | 'redisCluster' | 'queuePrefix'>,
  database: Database,
): RateLimiter {
  if (redisUrl === undefined) return new RateLimiter({ database });
  return new RateLimiter({ redis: openRedis({ url: redisUrl, cluster: redisCluster }), prefix: queuePrefix });
}
