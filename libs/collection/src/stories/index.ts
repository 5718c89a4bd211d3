/** Stories without a database. */
export { createStoryIndex, type IndexedArticle, type StoryIndex, type StoryIndexOptions } from './story-index.js';
