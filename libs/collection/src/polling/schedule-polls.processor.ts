import { Injectable } from '@nestjs/common';
import { InjectSettings, type JobProcessor, Processor, QueueService, type Settings } from '@timbre/platform';
import { SourceRepository } from '../sources/source.repository.js';
import { POLL_LEASE_SECONDS, pollSourceQueue, schedulePollsQueue } from './poll-source.job.js';
import { pollWaves } from './poll-waves.js';

/** Polls further ahead are left to a later run, so that none is taken for lost while it waits. */
const FURTHEST_MS = 300_000;
const MOST_AT_ONCE = 5_000;

@Injectable()
@Processor(schedulePollsQueue)
export class SchedulePollsProcessor implements JobProcessor<typeof schedulePollsQueue> {
  constructor(
    private readonly sources: SourceRepository,
    private readonly queues: QueueService,
    @InjectSettings() private readonly settings: Pick<Settings, 'hostDelayMs'>,
  ) {}

  async process(): Promise<void> {
    const now = new Date();
    const due = await this.sources.takeDue(now, POLL_LEASE_SECONDS, MOST_AT_ONCE);
    for (const [index, wave] of pollWaves(due).entries()) {
      const delayMs = index * this.settings.hostDelayMs;
      if (delayMs > FURTHEST_MS) {
        await this.sources.putOff(
          wave.map(({ id }) => id),
          new Date(now.getTime() + delayMs),
        );
        continue;
      }
      const jobs = wave.map(({ id, due: until }) => ({ sourceId: id, due: until.toISOString() }));
      await this.queues.addBulk(pollSourceQueue, jobs, delayMs > 0 ? { delayMs } : {});
    }
  }
}
