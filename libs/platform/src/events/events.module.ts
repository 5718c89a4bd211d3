import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/index.js';
import { openRedis } from '../queue/redis-client.js';
import type { Settings } from '../settings/index.js';
import { EventBus } from './event-bus.js';
import { PostgresEventBus } from './postgres-event-bus.js';
import { RedisEventBus } from './redis-event-bus.js';

export type EventSettings = Pick<Settings, 'redisUrl' | 'redisCluster' | 'queuePrefix'> & { databaseUrl: string };

/** The event bus of this process: Redis where there is one, else PostgreSQL. */
@Module({})
export class EventsModule implements OnApplicationShutdown {
  constructor(@Inject(EventBus) private readonly bus: EventBus) {}

  static forRoot(settings: EventSettings): DynamicModule {
    return {
      module: EventsModule,
      global: true,
      providers: [
        {
          provide: EventBus,
          inject: [Database],
          useFactory: (database: Database) => createEventBus(settings, database),
        },
      ],
      exports: [EventBus],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }
}

function createEventBus(settings: EventSettings, database: Database): EventBus {
  const { redisUrl, redisCluster, queuePrefix } = settings;
  if (redisUrl === undefined) return new PostgresEventBus(database, settings.databaseUrl);
  const connect = () => openRedis({ url: redisUrl, cluster: redisCluster });
  return new RedisEventBus(connect(), connect, `${queuePrefix}:events`);
}
