import { Injectable } from '@nestjs/common';
import { AnalysisRequests } from '../readings/analysis-requests.js';
import { mostAttempts } from '../readings/article-reader.service.js';
import { SweepRepository } from './sweep.repository.js';

const takenPerSweep = 5_000;
const nextDueMs = 10 * 60_000;

/** PostgreSQL is the record: what it says is unread is asked for again, whatever became of the queue. */
@Injectable()
export class Sweeper {
  constructor(
    private readonly sweeps: SweepRepository,
    private readonly requests: AnalysisRequests,
  ) {}

  /** @returns how many articles were asked for again. */
  async sweep(now: Date): Promise<number> {
    if (await this.requests.busy()) return 0;
    const overdue = await this.sweeps.takeOverdue(now, new Date(now.getTime() + nextDueMs), takenPerSweep);
    const hopeless = overdue.filter(({ attempts }) => attempts > mostAttempts).map(({ id }) => id);
    if (hopeless.length > 0) {
      await this.sweeps.giveUp(hopeless, `Reading this article was begun ${mostAttempts} times and never finished.`);
    }
    await this.requests.request(overdue.filter(({ attempts }) => attempts <= 1).map(({ id }) => id));
    // An article that was asked for before may be the one that brought its batch down.
    const suspects = overdue.filter(({ attempts }) => attempts > 1 && attempts <= mostAttempts).map(({ id }) => id);
    await this.requests.requestAlone(suspects);
    return overdue.length - hopeless.length;
  }
}
