import { type DynamicModule, Module } from '@nestjs/common';
import { AlertingWorkerModule } from '@timbre/alerting';
import { CollectionWorkerModule } from '@timbre/collection';
import { CoverageWorkerModule } from '@timbre/coverage';
import { type PlatformOptions, PlatformModules } from '@timbre/platform';
import { ReportingWorkerModule } from '@timbre/reporting';

/** The same graph as the API's minus HTTP, plus the processors of all queues. */
@Module({})
export class WorkerModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ...PlatformModules.core(options, 'timbre worker'),
        CollectionWorkerModule,
        CoverageWorkerModule,
        AlertingWorkerModule,
        ReportingWorkerModule,
        ...PlatformModules.workers(options),
      ],
    };
  }
}
