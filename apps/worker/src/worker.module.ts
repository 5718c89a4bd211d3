import { type DynamicModule, Module } from '@nestjs/common';
import { type PlatformOptions, PlatformModules } from '@timbre/platform';

/** The same graph as the API's minus HTTP, plus the processors of all queues. */
@Module({})
export class WorkerModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [...PlatformModules.core(options, 'timbre worker'), ...PlatformModules.workers(options)],
    };
  }
}
