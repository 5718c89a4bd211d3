import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { QueueService } from '@timbre/platform';
import { evaluateAlertsQueue } from './evaluation/evaluate-alerts.job.js';

const everyMs = 3_000;

/** What a worker sets going when it starts. */
@Injectable()
export class AlertingSchedules implements OnApplicationBootstrap {
  constructor(private readonly queues: QueueService) {}

  async onApplicationBootstrap(): Promise<void> {
    // Upserted on every start, so a changed interval takes effect.
    await this.queues.upsertSchedule(evaluateAlertsQueue, 'evaluate-alerts', { everyMs }, {});
  }
}
