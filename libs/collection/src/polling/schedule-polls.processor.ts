import { Injectable } from '@nestjs/common';
import { type JobProcessor, Processor, QueueService } from '@timbre/platform';
import { SourceRepository } from '../sources/source.repository.js';
import { pollSourceQueue, schedulePollsQueue } from './poll-source.job.js';

/** A poll must have ended by then, or it is taken for lost and the source is asked again. */
const LEASE_SECONDS = 600;
const MOST_AT_ONCE = 500;

@Injectable()
@Processor(schedulePollsQueue)
export class SchedulePollsProcessor implements JobProcessor<typeof schedulePollsQueue> {
  constructor(
    private readonly sources: SourceRepository,
    private readonly queues: QueueService,
  ) {}

  async process(): Promise<void> {
    const due = await this.sources.takeDue(new Date(), LEASE_SECONDS, MOST_AT_ONCE);
    await this.queues.addBulk(
      pollSourceQueue,
      due.map((sourceId) => ({ sourceId })),
    );
  }
}
