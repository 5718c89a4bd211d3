import { z } from 'zod';
import { estimate } from './coverage-series.js';
import { targetRef } from './target-ref.js';

const count = z.int().nonnegative();

/** What a scorer other than the embedded one did on one UTC day. */
export const scorerDay = z.object({
  day: z.iso.date(),
  scorer: z.string(),
  requests: count,
  questionTokens: count,
  answerTokens: count,
  /** Spent waiting for answers. */
  milliseconds: count,
  /** Articles that it scored. */
  answered: count,
  /** Articles that the embedded analysis scored instead, by reason. */
  failures: z.record(z.string(), count),
});
export type ScorerDay = z.infer<typeof scorerDay>;

/** Answer of `GET /api/v1/quality/analysis`: what reads new articles, and what of the past another version read. */
export const analysisState = z.object({
  /** Null until a worker has started. `scorer` is '' for the embedded one. */
  running: z
    .object({
      version: z.string(),
      scorer: z.string(),
      fallback: z.string().nullable(),
      since: z.iso.datetime({ offset: true }),
    })
    .nullable(),
  /** Articles that another version read. */
  outdated: count,
  /** Articles for which the running scorer gave no answer. */
  fallbacks: count,
  /** Whether history is read again by itself. */
  reread: z.enum(['ask', 'always']),
  /** The last 14 days, newest first. */
  usage: z.array(scorerDay),
});
export type AnalysisState = z.infer<typeof analysisState>;

/** Body of `POST /api/v1/quality/preview`. The same seed draws the same articles. */
export const rereadPreviewInput = z
  .object({ sample: z.int().min(10).max(1000).default(300), seed: z.int().nonnegative().max(1e9).default(1) })
  .strict();
export type RereadPreviewInput = z.infer<typeof rereadPreviewInput>;

/** Body of `POST /api/v1/quality/reread`. */
export const rereadInput = z
  .object({
    /** Also articles that the running version read, but without an answer of its scorer. */
    fallbacks: z.boolean().default(false),
  })
  .strict();

const statements = z.object({
  before: count,
  after: count,
  /** Said by both, in the same or nearly the same words. */
  kept: count,
});

/** How labels of mentions compare that both readings have. */
const labelChanges = z.object({
  compared: count,
  changed: count,
  /** Positive became negative, or the other way round. */
  flipped: count,
});

/** What reading the past again would move, on a sample; corrections of people are in both sides. */
export const rereadPreview = z.object({
  version: z.string(),
  /** Articles that were read for this. */
  sample: count,
  /** Articles that another version read; the sample is drawn from the newest of them. */
  outdated: count,
  /** Publication of the earliest and latest article of the sample; null where it is empty. */
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  /** Of the sample, scored by the embedded analysis because the scorer gave no answer. */
  fallbacks: count,
  labels: labelChanges,
  languages: z.array(labelChanges.extend({ lang: z.string(), articles: count })),
  /** Those that move most in relation to what chance could move, first; `all` is the article as a whole. */
  targets: z.array(
    labelChanges.extend({
      target: targetRef,
      name: z.string(),
      /** Net sentiment over the mentions of the sample. */
      before: estimate,
      after: estimate,
      appeared: count,
      disappeared: count,
    }),
  ),
  quotes: statements,
  forecasts: statements,
});
export type RereadPreview = z.infer<typeof rereadPreview>;
