import { Injectable } from '@nestjs/common';
import { type JobProcessor, Processor, QueueService } from '@timbre/platform';
import { collectEntriesQueue, sweepEntriesQueue } from './collect-entries.job.js';
import { collectJobs } from './collect-jobs.js';
import { SourceEntryRepository } from './source-entry.repository.js';

const LEASE_SECONDS = 900;
const MOST_AT_ONCE = 2000;

@Injectable()
@Processor(sweepEntriesQueue)
export class SweepEntriesProcessor implements JobProcessor<typeof sweepEntriesQueue> {
  constructor(
    private readonly entries: SourceEntryRepository,
    private readonly queues: QueueService,
  ) {}

  async process(): Promise<void> {
    const due = await this.entries.takeDue(new Date(), LEASE_SECONDS, MOST_AT_ONCE);
    await this.queues.addBulk(collectEntriesQueue, collectJobs(due));
  }
}
