import { z } from 'zod';
import { correction } from './corrections.js';
import { coverageFilter } from './coverage-filter.js';
import { forecast, quote, reading } from './reading.js';
import { sentimentLabel } from './sentiment-label.js';

const instant = z.iso.datetime({ offset: true });

/** Keyset paging: pass `next` back as `cursor`; null means that this was the last page. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().nonnegative().nullable() });
}

/** `q` searches titles and texts (words and Chinese bigrams); `title:` narrows to titles. */
export const articleQuery = z.object({
  ...coverageFilter.shape,
  ...pageQuery.shape,
  q: z.string().max(1000).optional(),
  story: z.string().max(100).optional(),
});
export type ArticleQuery = z.infer<typeof articleQuery>;

export const articleSummary = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  sourceId: z.string(),
  sourceName: z.string(),
  byline: z.string().nullable(),
  lang: z.string(),
  published: instant,
  /** False where the page gave no date and the time of collection stands in. */
  dated: z.boolean(),
  collected: instant,
  storyId: z.string(),
  storySize: z.int().positive(),
  excerpt: z.string(),
  sample: z.boolean(),
  state: z.enum(['waiting', 'read', 'failed', 'excluded']),
  /** Mention of the filter's first target, or of the article as a whole. */
  score: z.number().nullable(),
  label: sentimentLabel.nullable(),
  confidence: z.number().nullable(),
  /** The strongest evidence sentence, so that a list already shows the words. */
  evidence: z.string().nullable(),
});
export type ArticleSummary = z.infer<typeof articleSummary>;
export const articlePage = pageOf(articleSummary);
export type ArticlePage = z.infer<typeof articlePage>;

export const articleDetail = articleSummary.extend({
  text: z.string(),
  /** The source keeps texts for some days only: what is hidden is an ellipsis and spaces, offsets stay true. */
  textRemoved: z.boolean().optional(),
  /** The viewer may read excerpts only; hidden passages as above. */
  excerptsOnly: z.boolean().optional(),
  reading: reading.nullable(),
  /** Names of the targets that the reading scores, by target ref. */
  history: z.array(z.object({ version: z.string(), readAt: instant })),
  /** What people corrected or confirmed in it; the reading above already follows them. */
  corrections: z.array(correction),
  storyArticles: z.array(
    z.object({ id: z.string(), title: z.string(), sourceName: z.string(), published: instant, lead: z.boolean() }),
  ),
});
export type ArticleDetail = z.infer<typeof articleDetail>;

/** Body of `POST /api/v1/articles`: one article as a pusher knows it. */
export const articleInput = z
  .object({
    id: z.string().max(200).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    title: z.string().max(5000).optional(),
    text: z.string().min(1).max(5_000_000),
    published: instant.or(z.iso.date()).optional(),
    lang: z.string().max(20).optional(),
    byline: z.string().max(500).optional(),
    outlet: z.string().max(300).optional(),
  })
  .strict();
export type ArticleInput = z.infer<typeof articleInput>;
export const articleBatchInput = z
  .object({ source: z.string().max(100).optional(), articles: z.array(articleInput).min(1).max(1000) })
  .strict();
export const articleBatchResult = z.object({ accepted: z.int(), duplicates: z.int(), ids: z.array(z.string()) });
export type ArticleBatchResult = z.infer<typeof articleBatchResult>;

const inArticle = z.object({
  articleId: z.string(),
  title: z.string(),
  sourceName: z.string(),
  published: instant,
  sample: z.boolean(),
});

/** A forecast as the Forecasts page draws it: the claim, and where it was made. */
export const forecastRow = forecast.extend({ id: z.string(), ...inArticle.shape });
export type ForecastRow = z.infer<typeof forecastRow>;

/** Median and band of the predicted date over the time it was said (Kaplan–Meier for open ends), in ISO days. */
export const forecastIndex = z.object({
  t: z.array(z.iso.date()),
  median: z.array(z.iso.date().nullable()),
  low: z.array(z.iso.date().nullable()),
  high: z.array(z.iso.date().nullable()),
  /** Speakers with a vote, one each per 90 days. */
  n: z.array(z.int().nonnegative()),
});
export type ForecastIndex = z.infer<typeof forecastIndex>;

export const forecastsResponse = z.object({
  rows: z.array(forecastRow),
  index: forecastIndex,
  subjects: z.array(z.object({ id: z.string(), name: z.string(), n: z.int() })),
  total: z.int(),
});
export type ForecastsResponse = z.infer<typeof forecastsResponse>;

export const quoteRow = quote.extend({ id: z.string(), ...inArticle.shape });
export type QuoteRow = z.infer<typeof quoteRow>;
