export { COLLECTION_GAP_READER, type CollectionGapReader } from './gaps/collection-gap-reader.port.js';
export {
  ARTICLE_INTAKE,
  type ArticleDraft,
  type ArticleIntake,
  type IntakeOutcome,
} from './intake/article-intake.port.js';
export { SOURCE_DIRECTORY, type SourceDirectory, type SourceFacts } from './sources/source-directory.port.js';
export { STORY_ASSIGNER, type StoryAssigner, type StoryCandidate } from './stories/story-assigner.port.js';
import { CreateCollection1795300000000 } from './migrations/1795300000000-create-collection.js';
import { CreateStoryIndex1795300000002 } from './migrations/1795300000002-create-story-index.js';
import { BrakeRevisions1795300000050 } from './migrations/1795300000050-brake-revisions.js';
import { AddDoors1795300000040 } from './migrations/1795300000040-add-doors.js';
import { ForgetCollectedTexts1796200000010 } from './migrations/1796200000010-forget-collected-texts.js';
import { KeepTakedowns1796200000000 } from './migrations/1796200000000-keep-takedowns.js';

export { CollectionHttpModule } from './collection-http.module.js';
export { CollectionModule } from './collection.module.js';
export { CollectionWorkerModule } from './collection-worker.module.js';
export { ARTICLE_COUNTS, type ArticleCounts } from './intake/article-counts.port.js';
export { type ImportRun, ImportRunRepository } from './imports/import-run.repository.js';
export { PollService } from './polling/poll.service.js';
export { importFormat } from './imports/import-format.js';
export { ImportService } from './imports/import.service.js';
export { SampleService } from './sample/sample.service.js';
export { OpmlService } from './subscriptions/opml.service.js';
export { type CollectionTrace, CollectionTracer } from './tracing/collection-trace.service.js';
export { traceStep } from './tracing/trace-step.js';
export { SourceService } from './sources/source.service.js';
export const collectionMigrations = [
  CreateCollection1795300000000,
  CreateStoryIndex1795300000002,
  AddDoors1795300000040,
  BrakeRevisions1795300000050,
  KeepTakedowns1796200000000,
  ForgetCollectedTexts1796200000010,
];
export { extractPage } from './pages/extract-page.js';
export type { ExtractedPage } from './pages/extracted-page.js';
export * from './reading.js';
