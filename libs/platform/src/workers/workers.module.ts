import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { z } from 'zod';
import { LongJobService } from '../long-jobs/long-job.service.js';
import { LongJobsModule } from '../long-jobs/long-jobs.module.js';
import { matchHandlers } from '../queue/match-handlers.js';
import { type JobProcessor, Processor } from '../queue/processor.js';
import { definedQueues, defineQueue } from '../queue/queue-definition.js';
import { QueueService } from '../queue/queue.service.js';
import { JobRunner } from './job-runner.js';
import { QueueWorkers } from './queue-workers.js';

const CONCURRENCY = Symbol('timbre worker concurrency');

/** Looks after long jobs that the queue lost. */
const sweepLongJobsQueue = defineQueue({
  name: 'sweep-long-jobs',
  payload: z.object({}),
  options: { attempts: 1, concurrency: 1, keepCompleted: 1, keepFailed: 10 },
});

@Processor(sweepLongJobsQueue)
class SweepLongJobsProcessor implements JobProcessor<typeof sweepLongJobsQueue> {
  constructor(private readonly longJobs: LongJobService) {}

  async process(): Promise<void> {
    await this.longJobs.sweep(new Date());
  }
}

/** Runs the jobs of all queues in this process; only worker processes import it. */
@Module({})
export class WorkersModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly workers: QueueWorkers,
    private readonly queues: QueueService,
    @Inject(CONCURRENCY) private readonly concurrency: number,
  ) {}

  static forRoot(options: { concurrency: number }): DynamicModule {
    return {
      module: WorkersModule,
      imports: [DiscoveryModule, LongJobsModule],
      providers: [
        JobRunner,
        QueueWorkers,
        SweepLongJobsProcessor,
        { provide: CONCURRENCY, useValue: options.concurrency },
      ],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    const instances = this.discovery
      .getProviders()
      .map((wrapper) => wrapper.instance as unknown)
      .filter((instance) => typeof instance === 'object' && instance !== null);
    this.workers.start(matchHandlers(definedQueues(), instances), this.concurrency);
    // Upserted on every start, so a changed interval takes effect.
    await this.queues.upsertSchedule(sweepLongJobsQueue, 'sweep-long-jobs', { everyMs: 60_000 }, {});
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.workers.stop();
  }
}
