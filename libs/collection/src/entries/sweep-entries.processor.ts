import { Injectable } from '@nestjs/common';
import { type JobProcessor, Processor } from '@timbre/platform';
import { CollectDispatcher } from './collect-dispatcher.js';
import { sweepEntriesQueue } from './collect-entries.job.js';
import { COLLECT_LEASE_SECONDS, SourceEntryRepository } from './source-entry.repository.js';

/** About as many pages as one host may be asked for until the next sweep. */
const MOST_PER_SOURCE = 120;

@Injectable()
@Processor(sweepEntriesQueue)
export class SweepEntriesProcessor implements JobProcessor<typeof sweepEntriesQueue> {
  constructor(
    private readonly entries: SourceEntryRepository,
    private readonly dispatcher: CollectDispatcher,
  ) {}

  async process(): Promise<void> {
    await this.dispatcher.dispatch(await this.entries.takeDue(new Date(), COLLECT_LEASE_SECONDS, MOST_PER_SOURCE));
  }
}
