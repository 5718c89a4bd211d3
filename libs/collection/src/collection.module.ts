import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentReader } from './documents/document-reader.js';
import { DoorVisitor } from './doors/door-visitor.service.js';
import { CollectDispatcher } from './entries/collect-dispatcher.js';
import { PageFetcher } from './entries/page-fetcher.js';
import { SourceEntryRepository } from './entries/source-entry.repository.js';
import { PoliteFetcher } from './fetching/polite-fetcher.js';
import { COLLECTION_GAP_READER } from './gaps/collection-gap-reader.port.js';
import { CollectionGapRepository } from './health/collection-gap.repository.js';
import { ImportRunRepository } from './imports/import-run.repository.js';
import { ImportUploadService } from './imports/import-upload.service.js';
import { ImportService } from './imports/import.service.js';
import { DocumentVisitor } from './polling/document-visitor.service.js';
import { PollService } from './polling/poll.service.js';
import { PresetService } from './presets/preset.service.js';
import { RobotsGate } from './robots/robots-gate.js';
import { SampleService } from './sample/sample.service.js';
import { SOURCE_DIRECTORY } from './sources/source-directory.port.js';
import { OutletSources } from './sources/outlet-sources.service.js';
import { SourceEntity } from './sources/source.entity.js';
import { SourceRepository } from './sources/source.repository.js';
import { SourceService } from './sources/source.service.js';
import { OpmlService } from './subscriptions/opml.service.js';
import { SharedStoryAssigner } from './stories/shared-story-assigner.js';
import { STORY_ASSIGNER } from './stories/story-assigner.port.js';
import { TakedownRepository } from './takedown/takedown.repository.js';
import { Takedown } from './takedown/takedown.service.js';
import { CollectionTracer } from './tracing/collection-trace.service.js';
import { StorySketchRepository } from './stories/story-sketch.repository.js';

/** Sources and what comes from them. Expects `ARTICLE_INTAKE` and `ARTICLE_COUNTS` from coverage. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([SourceEntity])],
  providers: [
    SourceRepository,
    SourceEntryRepository,
    CollectionGapRepository,
    ImportRunRepository,
    SourceService,
    OutletSources,
    OpmlService,
    Takedown,
    TakedownRepository,
    CollectionTracer,
    DoorVisitor,
    PoliteFetcher,
    DocumentReader,
    DocumentVisitor,
    PageFetcher,
    CollectDispatcher,
    PollService,
    RobotsGate,
    PresetService,
    ImportService,
    ImportUploadService,
    SampleService,
    StorySketchRepository,
    { provide: STORY_ASSIGNER, useClass: SharedStoryAssigner },
    { provide: COLLECTION_GAP_READER, useExisting: CollectionGapRepository },
    {
      provide: SOURCE_DIRECTORY,
      useFactory: (sources: SourceRepository) => ({ all: () => sources.facts() }),
      inject: [SourceRepository],
    },
  ],
  exports: [
    COLLECTION_GAP_READER,
    SOURCE_DIRECTORY,
    STORY_ASSIGNER,
    SourceRepository,
    SourceEntryRepository,
    CollectionGapRepository,
    ImportRunRepository,
    SourceService,
    OutletSources,
    OpmlService,
    Takedown,
    TakedownRepository,
    CollectionTracer,
    PollService,
    RobotsGate,
    PageFetcher,
    CollectDispatcher,
    PresetService,
    ImportService,
    ImportUploadService,
    SampleService,
  ],
})
export class CollectionModule {}
