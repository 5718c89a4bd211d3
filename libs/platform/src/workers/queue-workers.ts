import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Worker } from 'bullmq';
import type { QueueHandler } from '../queue/match-handlers.js';
import type { QueueBackend } from '../queue/queue-backend.js';
import { QUEUE_BACKEND } from '../queue/queue-backend.token.js';
import { queueDefaults } from '../queue/queue-definition.js';
import { JobRunner } from './job-runner.js';

/** Running jobs get this long to finish by themselves before their signal aborts. */
const finishMs = 5_000;
/** After this long the process leaves; what still runs is taken over by another worker when its lock expires. */
const leaveMs = 20_000;
/**
 * A worker that is killed hands its jobs on this way. BullMQ's default of 1 would fail a job for good after two
 * crashes of anything that runs beside it.
 */
const maxStalledCount = 20;

/** The BullMQ workers of this process. */
@Injectable()
export class QueueWorkers {
  private readonly log = new Logger('Workers');
  private readonly stopping = new AbortController();
  private workers: Worker[] = [];

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    private readonly runner: JobRunner,
  ) {}

  /** @param concurrency - for queues that name none. */
  start(handlers: readonly QueueHandler[], concurrency: number): void {
    this.workers = handlers.map((handler) => this.open(handler, concurrency));
    this.log.log(`Working on ${handlers.map(({ queue }) => queue.name).join(', ')} (${this.backend.kind}).`);
  }

  /** Takes no more jobs, lets running ones end or leave, and gives up after 20 s. */
  async stop(): Promise<void> {
    const closed = Promise.all(this.workers.map((worker) => worker.close()));
    const given = new AbortController();
    const deadlines = delay(finishMs, undefined, { signal: given.signal })
      .then(() => this.stopping.abort())
      .then(() => delay(leaveMs - finishMs, undefined, { signal: given.signal }))
      .then(() => this.log.warn('Some jobs did not leave in time; another worker takes them over.'))
      .catch(() => undefined);
    await Promise.race([closed, deadlines]);
    given.abort();
  }

  private open(handler: QueueHandler, concurrency: number): Worker {
    const { name, options } = handler.queue;
    const lockDuration = options.lockMs ?? queueDefaults.lockMs;
    const worker = this.backend.openWorker(
      name,
      (job, token, signal) => this.runner.run(handler, job, token, { job: signal, stopping: this.stopping.signal }),
      {
        concurrency: options.concurrency ?? concurrency,
        lockDuration,
        stalledInterval: lockDuration,
        maxStalledCount,
        ...(options.limiter === undefined ? {} : { limiter: options.limiter }),
      },
    );
    worker.on('error', (error) => this.log.warn(`Queue ${name}: ${error.message}`));
    worker.on('stalled', (jobId) => this.log.warn(`Job ${jobId} of ${name} lost its worker and is tried again.`));
    worker.on('failed', (job, error) => {
      const attempts = `${job?.attemptsMade ?? '?'} of ${job?.opts.attempts ?? 1}`;
      this.log.warn(`Job ${job?.id} of ${name} failed (try ${attempts})`, error);
    });
    return worker;
  }
}
