import type { StoryAssigner } from '@timbre/collection';
import { comparableText } from '../identity/article-identity.js';
import { uuidV5 } from '../identity/uuid-v5.js';

/** Articles whose texts are equal but for white space are one story. Stands in where no index of near copies is bound. */
export const exactStories: StoryAssigner = {
  assign: (candidates) =>
    Promise.resolve(
      new Map(candidates.map(({ articleId, text }) => [articleId, uuidV5('story', comparableText(text))])),
    ),
};
