import { Injectable } from '@nestjs/common';
import { InjectSettings, QueueService, type Settings } from '@timbre/platform';
import { collectEntriesQueue } from './collect-entries.job.js';
import { ENTRIES_PER_JOB } from './collect-jobs.js';
import { collectWaves } from './collect-waves.js';

/** Sends announced entries on their way, at the pace at which their hosts may be asked. */
@Injectable()
export class CollectDispatcher {
  constructor(
    private readonly queues: QueueService,
    @InjectSettings() private readonly settings: Pick<Settings, 'hostDelayMs'>,
  ) {}

  /** @param spread false where no pages are fetched, so that nothing has to wait */
  async dispatch(entries: readonly { sourceId: string; key: string }[], spread = true): Promise<void> {
    const waveMs = spread ? ENTRIES_PER_JOB * this.settings.hostDelayMs : 0;
    for (const [wave, jobs] of collectWaves(entries).entries()) {
      await this.queues.addBulk(collectEntriesQueue, jobs, wave * waveMs > 0 ? { delayMs: wave * waveMs } : {});
    }
  }
}
