import { Injectable } from '@nestjs/common';
import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { z } from 'zod';
import { withLogFields } from '../logging/index.js';
import { LongJobRepository } from '../long-jobs/long-job.repository.js';
import { longJobName, LongJobService } from '../long-jobs/long-job.service.js';
import type { QueueHandler } from '../queue/match-handlers.js';
import { type JobContext, PermanentJobError } from '../queue/processor.js';
import { LongJobRun } from './long-job-run.js';

export interface RunSignals {
  /** BullMQ's, for this job. */
  job: AbortSignal | undefined;
  /** The worker process must end. */
  stopping: AbortSignal;
}

/** Runs one job: parse, call the processor, translate what comes of it into BullMQ's terms. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly jobs: LongJobRepository,
    private readonly longJobs: LongJobService,
  ) {}

  /**
   * @throws UnrecoverableError when another try is of no use, DelayedError when the worker stops and the job goes
   *   back unharmed, else what the processor threw (BullMQ tries again).
   */
  async run(handler: QueueHandler, job: Job, token: string | undefined, signals: RunSignals): Promise<void> {
    const fields = { queue: handler.queue.name, jobId: job.id ?? '' };
    await withLogFields(fields, async () => {
      try {
        if (job.name === longJobName) await this.runLong(handler, job, signals);
        else await this.process(handler, job, abortOf(signals), async () => undefined);
      } catch (error) {
        if (error instanceof PermanentJobError) throw new UnrecoverableError(error.message);
        if (!signals.stopping.aborted || error instanceof UnrecoverableError) throw error;
        await job.moveToDelayed(Date.now(), token);
        throw new DelayedError();
      }
    });
  }

  private async runLong(handler: QueueHandler, job: Job, signals: RunSignals): Promise<void> {
    const id = job.id ?? '';
    const begun = await this.jobs.begin(id, new Date());
    if (begun === null) return this.conclude(id, { state: 'cancelled' });
    await this.longJobs.announce(begun);

    const run = new LongJobRun(id, this.jobs, this.longJobs);
    try {
      const signal = AbortSignal.any([abortOf(signals), run.signal]);
      const result = await this.process(handler, job, signal, (done, total, message) =>
        run.progress(done, total, message),
      );
      await run.end();
      await this.conclude(id, { state: run.signal.aborted ? 'cancelled' : 'done', result });
    } catch (error) {
      await run.end();
      if (run.signal.aborted) return this.conclude(id, { state: 'cancelled' });
      const message = error instanceof Error ? error.message : String(error);
      const last = isFinal(error) || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      if (last && !signals.stopping.aborted) await this.conclude(id, { state: 'failed', error: message });
      else await this.jobs.returnToWaiting(id, message, new Date());
      throw error;
    }
  }

  private async process(
    handler: QueueHandler,
    job: Job,
    signal: AbortSignal,
    progress: JobContext['progress'],
  ): Promise<Record<string, unknown> | void> {
    const parsed = handler.queue.payload.safeParse(job.data);
    if (!parsed.success) {
      throw new UnrecoverableError(`The payload does not fit ${handler.queue.name}: ${z.prettifyError(parsed.error)}`);
    }
    return handler.processor.process(parsed.data, {
      jobId: job.id ?? '',
      attempt: job.attemptsMade + 1,
      attempts: job.opts.attempts ?? 1,
      signal,
      progress,
    });
  }

  private async conclude(id: string, outcome: Parameters<LongJobRepository['finish']>[1]): Promise<void> {
    const job = await this.jobs.finish(id, outcome, new Date());
    if (job !== null) await this.longJobs.announce(job);
  }
}

const isFinal = (error: unknown): boolean => error instanceof PermanentJobError || error instanceof UnrecoverableError;

function abortOf({ job, stopping }: RunSignals): AbortSignal {
  return job === undefined ? stopping : AbortSignal.any([job, stopping]);
}
