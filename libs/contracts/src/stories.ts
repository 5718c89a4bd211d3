import { z } from 'zod';
import { pageOf, pageQuery } from './articles.js';
import { coverageFilter } from './coverage-filter.js';
import { sentimentLabel } from './sentiment-label.js';
import { targetRef } from './target-ref.js';

const instant = z.iso.datetime({ offset: true });

/** Query of `GET /stories`. Stories printed by fewer than `least` articles are left out. */
export const storyQuery = z.object({
  ...coverageFilter.shape,
  ...pageQuery.shape,
  order: z.enum(['size', 'newest']).default('size'),
  least: z.coerce.number().int().min(1).max(1000).default(2),
});
export type StoryQuery = z.infer<typeof storyQuery>;

/** A text and its reprints, as far as they mention the filter's target within its range. */
export const storySummary = z.object({
  id: z.string(),
  /** Its first article, and who published that. */
  articleId: z.string(),
  title: z.string(),
  lang: z.string(),
  firstSourceName: z.string(),
  sample: z.boolean(),
  first: instant,
  last: instant,
  articles: z.int().positive(),
  outlets: z.int().positive(),
  languages: z.array(z.string()),
  /** Mean score of its mentions, and the lowest and highest of them. */
  score: z.number(),
  lowest: z.number(),
  highest: z.number(),
});
export type StorySummary = z.infer<typeof storySummary>;

export const storyPage = pageOf(storySummary);
export type StoryPage = z.infer<typeof storyPage>;

/** Query of `GET /stories/:id`: whose tone is shown. */
export const storyDetailQuery = z.object({ target: targetRef.default('all') });

/** One print of a story. */
export const storyPrint = z.object({
  articleId: z.string(),
  title: z.string(),
  sourceName: z.string(),
  outlet: z.string(),
  lang: z.string(),
  published: instant,
  dated: z.boolean(),
  /** Whether it is the one that counts for the story. */
  lead: z.boolean(),
  score: z.number().nullable(),
  label: sentimentLabel.nullable(),
});
export type StoryPrint = z.infer<typeof storyPrint>;

/** Answer of `GET /stories/:id`: where a text went, print by print, oldest first. */
export const storyDetail = z.object({
  id: z.string(),
  articleId: z.string(),
  title: z.string(),
  lang: z.string(),
  target: targetRef,
  targetName: z.string(),
  articles: z.int().positive(),
  outlets: z.int().positive(),
  sample: z.boolean(),
  prints: z.array(storyPrint),
});
export type StoryDetail = z.infer<typeof storyDetail>;
