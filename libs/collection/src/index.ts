export { COLLECTION_GAP_READER, type CollectionGapReader } from './gaps/collection-gap-reader.port.js';
export {
  ARTICLE_INTAKE,
  type ArticleDraft,
  type ArticleIntake,
  type IntakeOutcome,
} from './intake/article-intake.port.js';
export { SOURCE_DIRECTORY, type SourceDirectory, type SourceFacts } from './sources/source-directory.port.js';
export { STORY_ASSIGNER, type StoryAssigner, type StoryCandidate } from './stories/story-assigner.port.js';
export { parseFeedDate } from './dates/parse-feed-date.js';
export { decodeDocument, type DecodedDocument, type DecodeOptions } from './encoding/decode-document.js';
export type { Feed, FeedEntry, FeedFormat, FeedMedia, ParseFeedOptions } from './feeds/feed.js';
export { FeedError } from './feeds/feed-errors.js';
export { parseFeed } from './feeds/parse-feed.js';
export { sanitizeHtml } from './feeds/sanitize-html.js';
export { crawlDelay, isAllowed } from './robots/is-allowed.js';
export { parseRobots, type Robots } from './robots/parse-robots.js';
export { canonicalUrl, InvalidUrlError, type CanonicalUrlOptions } from './urls/canonical-url.js';
