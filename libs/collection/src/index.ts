export { COLLECTION_GAP_READER, type CollectionGapReader } from './gaps/collection-gap-reader.port.js';
export {
  ARTICLE_INTAKE,
  type ArticleDraft,
  type ArticleIntake,
  type IntakeOutcome,
} from './intake/article-intake.port.js';
export { SOURCE_DIRECTORY, type SourceDirectory, type SourceFacts } from './sources/source-directory.port.js';
export { STORY_ASSIGNER, type StoryAssigner, type StoryCandidate } from './stories/story-assigner.port.js';
