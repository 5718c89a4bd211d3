import { type DynamicModule, Module } from '@nestjs/common';
import { DatabaseModule } from './database/index.js';
import { EgressModule } from './egress/index.js';
import { EventsHttpModule, EventsModule } from './events/index.js';
import { HealthModule } from './health/index.js';
import { HttpModule } from './http/index.js';
import { LongJobsHttpModule, LongJobsModule } from './long-jobs/index.js';
import { QueueModule } from './queue/index.js';
import { SecretBox, type Settings, SettingsModule } from './settings/index.js';
import { SettingsHttpModule } from './settings/settings-http.module.js';
import { WorkersModule } from './workers/index.js';

export interface PlatformOptions {
  settings: Settings;
  /** The database in use: DATABASE_URL, or the embedded server's. */
  databaseUrl: string;
  secrets: SecretBox;
}

@Module({})
class SecretsModule {
  static forRoot(secrets: SecretBox): DynamicModule {
    return {
      module: SecretsModule,
      global: true,
      providers: [{ provide: SecretBox, useValue: secrets }],
      exports: [SecretBox],
    };
  }
}

/**
 * What each kind of process imports of the platform. Everything in `core` is global: `Database`, `QueueService`,
 * `EventBus`, `EgressClient`, `SecretBox`, settings, `LongJobService`.
 */
export const PlatformModules = {
  core({ settings, databaseUrl, secrets }: PlatformOptions, applicationName: string) {
    const queues = { ...settings, databaseUrl };
    return [
      SettingsModule.forRoot(settings),
      SecretsModule.forRoot(secrets),
      DatabaseModule.forRoot({ url: databaseUrl, poolSize: settings.databasePool, applicationName }),
      QueueModule.forRoot(queues),
      EventsModule.forRoot(queues),
      EgressModule.forRoot(settings),
      LongJobsModule,
    ];
  },
  http({ settings }: PlatformOptions) {
    return [HttpModule.forRoot(settings), HealthModule, EventsHttpModule, LongJobsHttpModule, SettingsHttpModule];
  },
  workers({ settings }: PlatformOptions) {
    return [WorkersModule.forRoot({ concurrency: settings.workerConcurrency })];
  },
};
