import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { LongJob } from '@timbre/contracts';
import { Database } from '../database/index.js';
import { EventBus } from '../events/index.js';
import { NotFoundError } from '../http/index.js';
import { jobOptions, QueueService } from '../queue/queue.service.js';
import { definedQueues, type QueueDefinition } from '../queue/queue-definition.js';
import type { OwnedJob } from './job-as-seen.js';
import { LongJobRepository } from './long-job.repository.js';

/** BullMQ's job name of jobs that have a row in `long_job`; its job id is the row's id. */
export const longJobName = 'long';

/** Jobs that people watch: started once, seen everywhere, cancelled when asked. Works alike on both backends. */
@Injectable()
export class LongJobService {
  private readonly log = new Logger('LongJobs');

  constructor(
    private readonly jobs: LongJobRepository,
    private readonly queues: QueueService,
    private readonly events: EventBus,
    private readonly database: Database,
  ) {}

  /**
   * Records the job and enqueues it once the open transaction is committed. Its processor reports through
   * `context.progress` and leaves when `context.signal` aborts; what it returns becomes the result.
   */
  async start<Payload>(
    queue: QueueDefinition<Payload>,
    payload: Payload,
    about: { kind: string; title: string; startedBy?: string | null },
  ): Promise<LongJob> {
    const checked = queue.payload.parse(payload);
    const id = randomUUID();
    const row = {
      id,
      kind: about.kind,
      title: about.title,
      queue: queue.name,
      payload: checked,
      startedBy: about.startedBy ?? null,
    };
    const job = await this.jobs.insert(row, new Date());
    await this.database.afterCommit(async () => {
      await this.enqueue(queue, id, checked);
      await this.announce(job);
    });
    return job;
  }

  /** Newest first. */
  list(options: { limit?: number; unfinishedOnly?: boolean } = {}): Promise<LongJob[]> {
    return this.jobs.listNewest(options.limit ?? 50, options.unfinishedOnly ?? false);
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<LongJob> {
    const job = await this.jobs.find(id);
    if (job === null) throw new NotFoundError('job', id);
    return job;
  }

  /** With who started each; newest first. */
  listOwned(options: { limit?: number; unfinishedOnly?: boolean } = {}): Promise<OwnedJob[]> {
    return this.jobs.listOwned(options.limit ?? 50, options.unfinishedOnly ?? false);
  }

  /** @throws NotFoundError */
  async getOwned(id: string): Promise<OwnedJob> {
    const job = await this.jobs.findOwned(id);
    if (job === null) throw new NotFoundError('job', id);
    return job;
  }

  /** Asks it to stop; one that still waits is cancelled at once, a finished one stays as it is. */
  async cancel(id: string): Promise<LongJob> {
    const changed = await this.jobs.requestCancel(id, new Date());
    if (changed !== null) await this.announce(changed);
    return changed ?? this.get(id);
  }

  /** Enqueues again what the table says is unfinished and the queue no longer knows; forgets old finished ones. */
  async sweep(now: Date): Promise<number> {
    await this.jobs.removeFinishedBefore(new Date(now.getTime() - 30 * 86_400_000));
    let again = 0;
    for (const { id, queue: name, payload } of await this.jobs.findSilentSince(new Date(now.getTime() - 60_000))) {
      const queue = definedQueues().find((definition) => definition.name === name);
      if (queue === undefined) continue;
      const known = await this.queues.open(queue).getJob(id);
      const state = await known?.getState();
      if (known !== undefined && state !== 'completed' && state !== 'failed' && state !== 'unknown') continue;
      await known?.remove();
      await this.enqueue(queue, id, payload);
      again += 1;
    }
    if (again > 0) this.log.warn(`${again} long jobs were lost by the queue and enqueued again.`);
    return again;
  }

  async announce(job: LongJob): Promise<void> {
    const { id, kind, state, done, total, message } = job;
    await this.events.publish('job.progress', {
      id,
      kind,
      state,
      done,
      total,
      message: message?.slice(0, 500) ?? null,
    });
  }

  private async enqueue(queue: QueueDefinition, id: string, payload: unknown): Promise<void> {
    await this.queues.open(queue).add(longJobName, payload, { ...jobOptions(queue, {}), jobId: id });
  }
}
