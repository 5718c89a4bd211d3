import { Module } from '@nestjs/common';
import { CollectionModule } from './collection.module.js';
import { CollectionSchedules } from './collection-schedules.js';
import { CollectEntriesProcessor } from './entries/collect-entries.processor.js';
import { SweepEntriesProcessor } from './entries/sweep-entries.processor.js';
import { ImportArticlesProcessor } from './imports/import-articles.processor.js';
import { PollSourceProcessor } from './polling/poll-source.processor.js';
import { SchedulePollsProcessor } from './polling/schedule-polls.processor.js';
import { SampleCoverageProcessor } from './sample/sample-coverage.processor.js';
import { TakedownProcessor } from './takedown/takedown.processor.js';

@Module({
  imports: [CollectionModule],
  providers: [
    CollectionSchedules,
    SchedulePollsProcessor,
    PollSourceProcessor,
    CollectEntriesProcessor,
    SweepEntriesProcessor,
    ImportArticlesProcessor,
    TakedownProcessor,
    SampleCoverageProcessor,
  ],
})
export class CollectionWorkerModule {}
