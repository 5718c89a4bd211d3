import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { QueueService } from '@timbre/platform';
import { removeOldExportsQueue } from './exports/files/remove-old-exports.job.js';
import { reportTickQueue } from './reports/schedules/send-report.job.js';

/** What a worker sets going when it starts; upserted each time, so that a changed interval takes effect. */
@Injectable()
export class ReportingSchedules implements OnApplicationBootstrap {
  constructor(private readonly queues: QueueService) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queues.upsertSchedule(reportTickQueue, 'report-tick', { everyMs: 60_000 }, {});
    await this.queues.upsertSchedule(removeOldExportsQueue, 'remove-old-exports', { everyMs: 3_600_000 }, {});
  }
}
