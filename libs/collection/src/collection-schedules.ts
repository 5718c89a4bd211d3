import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { QueueService } from '@timbre/platform';
import { sweepEntriesQueue } from './entries/collect-entries.job.js';
import { schedulePollsQueue } from './polling/poll-source.job.js';

/** Keeps collection going; worker processes upsert these on every start. */
@Injectable()
export class CollectionSchedules implements OnApplicationBootstrap {
  constructor(private readonly queues: QueueService) {}

  async onApplicationBootstrap(): Promise<void> {
    // One schedule for all sources: the database knows when each is due, so a lost queue or a restart loses no rhythm.
    await this.queues.upsertSchedule(schedulePollsQueue, 'schedule-polls', { everyMs: 15_000 }, {});
    await this.queues.upsertSchedule(sweepEntriesQueue, 'sweep-entries', { everyMs: 60_000 }, {});
  }
}
