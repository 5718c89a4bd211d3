import {
  type DynamicModule,
  Inject,
  Logger,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { checkRedis } from './check-redis.js';
import { openQueueBackend, type QueueBackend, type QueueSettings } from './queue-backend.js';
import { QUEUE_BACKEND } from './queue-backend.token.js';
import { QueueService } from './queue.service.js';
import { openRedis } from './redis-client.js';

const QUEUE_SETTINGS = Symbol('timbre queue settings');

/** `QueueService` on the backend that the settings name: Redis where there is one, else PostgreSQL. */
@Module({})
export class QueueModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings,
    private readonly queues: QueueService,
  ) {}

  static forRoot(settings: QueueSettings): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: QUEUE_SETTINGS, useValue: settings },
        { provide: QUEUE_BACKEND, useFactory: () => openQueueBackend(settings) },
        QueueService,
      ],
      exports: [QueueService, QUEUE_BACKEND],
    };
  }

  async onModuleInit(): Promise<void> {
    if (this.settings.redisUrl === undefined) return;
    const redis = openRedis({ url: this.settings.redisUrl, cluster: this.settings.redisCluster });
    try {
      for (const warning of await checkRedis(redis)) new Logger('Redis').warn(warning);
    } finally {
      redis.disconnect();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
    await this.backend.close();
  }
}
