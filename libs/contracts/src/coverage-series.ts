import { z } from 'zod';
import { bucket, countingUnit } from './coverage-filter.js';
import { targetRef } from './target-ref.js';

/** A value with its 95 % interval and its sample size; null where there is nothing to measure. */
export const estimate = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.int().nonnegative(),
});
export type Estimate = z.infer<typeof estimate>;

/**
 * One target over time, as columns of equal length (DESIGN §6). `t` are bucket starts (UTC instants of local
 * midnights/hours in the filter's zone); empty buckets are present with n = 0 and null scores.
 */
export const coverageSeries = z.object({
  target: targetRef,
  name: z.string(),
  t: z.array(z.iso.datetime({ offset: true })),
  n: z.array(z.int().nonnegative()),
  positive: z.array(z.int().nonnegative()),
  neutral: z.array(z.int().nonnegative()),
  negative: z.array(z.int().nonnegative()),
  /** Net sentiment (P−N)/(P+N+U). */
  net: z.array(z.number().nullable()),
  low: z.array(z.number().nullable()),
  high: z.array(z.number().nullable()),
  /** Mean of scores. */
  mean: z.array(z.number().nullable()),
});
export type CoverageSeries = z.infer<typeof coverageSeries>;

/** A stretch in which collection failed: drawn hatched, never alerted on. */
export const collectionGap = z.object({
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }).nullable(),
  sourceId: z.string().nullable(),
  sourceName: z.string().nullable(),
  cause: z.string(),
});
export type CollectionGap = z.infer<typeof collectionGap>;

/** What every number on a page has in common; shown in the foot line of each chart. */
export const provenance = z.object({
  unit: countingUnit,
  bucket,
  tz: z.string(),
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  sources: z.int().nonnegative(),
  /** Distinct analysis versions behind the numbers, newest first. */
  versions: z.array(z.string()),
  sample: z.boolean(),
  gaps: z.array(collectionGap),
  /** Moments at which readings changed to another analysis version. */
  versionBreaks: z.array(z.object({ at: z.iso.datetime({ offset: true }), version: z.string() })),
});
export type Provenance = z.infer<typeof provenance>;

export const periodTotals = z.object({
  n: z.int().nonnegative(),
  articles: z.int().nonnegative(),
  stories: z.int().nonnegative(),
  positive: z.int().nonnegative(),
  neutral: z.int().nonnegative(),
  negative: z.int().nonnegative(),
  net: estimate,
  /** 2·min(P,N)/n */
  polarisation: z.number().nullable(),
  outlets: z.int().nonnegative(),
});
export type PeriodTotals = z.infer<typeof periodTotals>;

/** Totals of the range and of the range that it is compared with. */
export const totals = z.object({
  target: targetRef,
  name: z.string(),
  current: periodTotals,
  previous: periodTotals.nullable(),
});
export type Totals = z.infer<typeof totals>;

export const breakdownRow = z.object({
  /** Source id, language tag, or target ref. */
  key: z.string(),
  name: z.string(),
  n: z.int().nonnegative(),
  positive: z.int().nonnegative(),
  neutral: z.int().nonnegative(),
  negative: z.int().nonnegative(),
  net: estimate,
  /** Net sentiment pulled towards the target's 90-day mean for small n (DESIGN §7); rank by this. */
  shrunk: z.number().nullable(),
  previousNet: z.number().nullable(),
  previousN: z.int().nonnegative().nullable(),
  share: z.number(),
});
export type BreakdownRow = z.infer<typeof breakdownRow>;

export const breakdownDimension = z.enum(['source', 'language', 'topic', 'entity']);
export type BreakdownDimension = z.infer<typeof breakdownDimension>;

/** Targets × buckets, row by row. */
export const heatmap = z.object({
  t: z.array(z.iso.datetime({ offset: true })),
  rows: z.array(
    z.object({
      target: targetRef,
      name: z.string(),
      n: z.array(z.int().nonnegative()),
      net: z.array(z.number().nullable()),
    }),
  ),
});
export type Heatmap = z.infer<typeof heatmap>;

/** A story that contributed to a change, with the direction in which it pulled. */
export const contributingStory = z.object({
  storyId: z.string(),
  articleId: z.string(),
  title: z.string(),
  sourceName: z.string(),
  published: z.iso.datetime({ offset: true }),
  articles: z.int().positive(),
  score: z.number(),
  contribution: z.number(),
});
export type ContributingStory = z.infer<typeof contributingStory>;

/** A word whose use changed between two periods and what that did to the mean score (hedonometer word shift). */
export const wordShift = z.object({
  word: z.string(),
  lang: z.string(),
  contribution: z.number(),
  before: z.number(),
  after: z.number(),
  valence: z.number(),
});
export type WordShift = z.infer<typeof wordShift>;

/** A target whose change against the previous period is surprising. */
export const surprisingChange = z.object({
  target: targetRef,
  name: z.string(),
  measure: z.enum(['net', 'volume']),
  before: z.number().nullable(),
  after: z.number().nullable(),
  n: z.int().nonnegative(),
  /** Standard deviations away from what the baseline expects. */
  z: z.number(),
  stories: z.array(contributingStory),
});
export type SurprisingChange = z.infer<typeof surprisingChange>;

/** Answer of `GET /coverage/overview`: the whole page in one request. */
export const overviewResponse = z.object({
  provenance,
  totals,
  series: z.array(coverageSeries),
  topics: heatmap,
  topicRows: z.array(breakdownRow),
  outlets: z.array(breakdownRow),
  languages: z.array(breakdownRow),
  risingEntities: z.array(breakdownRow.extend({ z: z.number() })),
  changes: z.array(surprisingChange),
});
export type OverviewResponse = z.infer<typeof overviewResponse>;

/** Answer of `GET /coverage/targets/:target`. */
export const targetResponse = z.object({
  provenance,
  target: targetRef,
  name: z.string(),
  kind: z.enum(['topic', 'entity', 'all']),
  totals,
  series: coverageSeries,
  languages: z.array(coverageSeries),
  outlets: z.array(breakdownRow),
  coMentioned: z.array(breakdownRow),
  aspects: z.array(
    z.object({ aspect: z.string(), n: z.int(), positive: z.int(), neutral: z.int(), negative: z.int(), net: estimate }),
  ),
  /** Who speaks about it and how. */
  holders: z.array(
    z.object({
      speaker: z.string(),
      entityId: z.string().nullable(),
      n: z.int(),
      positive: z.int(),
      neutral: z.int(),
      negative: z.int(),
      net: estimate,
    }),
  ),
  drivers: z.object({
    before: z.number().nullable(),
    after: z.number().nullable(),
    stories: z.array(contributingStory),
    words: z.array(wordShift),
    outlets: z.array(breakdownRow),
  }),
});
export type TargetResponse = z.infer<typeof targetResponse>;

/** Answer of `GET /coverage/extent`: what there is, for default ranges and for the page that greets an empty database. */
export const coverageExtent = z.object({
  first: z.iso.datetime({ offset: true }).nullable(),
  last: z.iso.datetime({ offset: true }).nullable(),
  articles: z.int().nonnegative(),
  sample: z.boolean(),
});
export type CoverageExtent = z.infer<typeof coverageExtent>;

/** Answer of `GET /coverage/breakdown`. */
export const breakdownResponse = z.object({ provenance, rows: z.array(breakdownRow) });
export type BreakdownResponse = z.infer<typeof breakdownResponse>;

/** Answer of `GET /coverage/series`: one series per target, in the order asked for. */
export const seriesResponse = z.object({ provenance, series: z.array(coverageSeries) });
export type SeriesResponse = z.infer<typeof seriesResponse>;
