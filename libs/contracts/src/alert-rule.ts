import { z } from 'zod';
import { durationBetween } from './alert-duration.js';
import { coverageFilter, timeZone } from './coverage-filter.js';

const finite = z.number().finite();
const day = 86_400;

/**
 * What a rule looks at. `net`, `negative-share`, `share-of-voice` and `polarisation` are ratios over the window;
 * `volume` counts in the filter's unit; `forecast-median` is a decimal year; `silence` is hours since the last article;
 * `source-health` counts the sources that cannot be collected.
 */
export const alertSeries = z.enum([
  'net',
  'negative-share',
  'volume',
  'share-of-voice',
  'polarisation',
  'forecast-median',
  'silence',
  'source-health',
]);
export type AlertSeries = z.infer<typeof alertSeries>;

const direction = z.enum(['up', 'down', 'either']);
export type AlertDirection = z.infer<typeof direction>;

/** When a value is a breach. */
export const alertCondition = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('above'), threshold: finite, orEqual: z.boolean().default(false) }).strict(),
    z.object({ kind: z.literal('below'), threshold: finite, orEqual: z.boolean().default(false) }).strict(),
    z.object({ kind: z.literal('outside'), low: finite, high: finite }).strict(),
    z.object({ kind: z.literal('inside'), low: finite, high: finite }).strict(),
    /** Moved by at least `by` against the period before, or against the same time a week earlier. */
    z
      .object({
        kind: z.literal('change'),
        by: finite.positive(),
        relative: z.boolean().default(false),
        direction: direction.default('either'),
        against: z.enum(['previous-period', 'same-weekday']).default('previous-period'),
      })
      .strict(),
    /** At least `z` standard deviations away from the same weekday of the past eight weeks. */
    z
      .object({ kind: z.literal('anomaly'), z: finite.min(0.5).max(20).default(3), direction: direction.default('up') })
      .strict(),
    /** The moving average has left its control limits. */
    z
      .object({
        kind: z.literal('drift'),
        lambda: finite.min(0.01).max(1).default(0.2),
        limit: finite.min(0.5).max(20).default(3),
        direction: direction.default('either'),
      })
      .strict(),
  ])
  .refine((condition) => !('low' in condition) || condition.low <= condition.high, {
    path: ['high'],
    message: 'The upper end of the band must not lie below the lower one.',
  });
export type AlertCondition = z.infer<typeof alertCondition>;

/** A local time of day. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time such as 22:00.');

/** Local times between which nothing but critical alerts is sent; may run over midnight. */
export const quietHours = z.object({
  from: clockTime,
  to: clockTime,
  tz: timeZone,
  exceptCritical: z.boolean().default(true),
});
export type QuietHours = z.infer<typeof quietHours>;

export const alertSeverity = z.enum(['info', 'warning', 'critical']);
export type AlertSeverity = z.infer<typeof alertSeverity>;
export const noDataPolicy = z.enum(['keep', 'ok', 'alert']);
export type NoDataPolicy = z.infer<typeof noDataPolicy>;

/** What decides about states: all of a rule but its name, its filter and whom it tells. Lengths are in seconds. */
export const alertTiming = z.object({
  condition: alertCondition,
  /** How often it is looked at. */
  interval: durationBetween(10, 7 * day).default(60),
  /** How long a breach must last. */
  for: durationBetween(0, 90 * day).default(0),
  /** How long the alert stays on after the breach has ended. */
  keepFiringFor: durationBetween(0, 90 * day).default(0),
  /** After it has ended, nothing fires for so long. */
  cooldown: durationBetween(0, 90 * day).default(0),
  minimumN: z.int().min(0).max(1_000_000).default(0),
  minimumStories: z.int().min(0).max(1_000_000).default(0),
  minimumOutlets: z.int().min(0).max(10_000).default(0),
  noData: noDataPolicy.default('keep'),
  /** The same for evaluations that fail three times in a row. */
  onError: noDataPolicy.default('keep'),
});
export type AlertTiming = z.infer<typeof alertTiming>;

/** The part of a coverage filter that a rule keeps; its range is the window. */
export const alertFilter = z.object({
  targets: coverageFilter.shape.targets,
  sources: coverageFilter.shape.sources,
  languages: coverageFilter.shape.languages,
  unit: coverageFilter.shape.unit,
  /** Subject of forecasts, for `forecast-median`. */
  subject: z.string().max(300).optional(),
});
export type AlertFilter = z.infer<typeof alertFilter>;

/**
 * One rule as many series: each outlet, topic, entity or language has a state of its own. Where the filter names some of
 * the kind, these are the series; else those with the most coverage, up to `most`.
 */
export const alertForEach = z
  .object({ by: z.enum(['outlet', 'topic', 'entity', 'language']), most: z.int().min(1).max(100).default(20) })
  .strict();
export type AlertForEach = z.infer<typeof alertForEach>;

export const alertRuleInput = z
  .object({
    ...alertTiming.shape,
    name: z.string().trim().min(1).max(200),
    description: z.string().max(2_000).default(''),
    series: alertSeries,
    filter: alertFilter.default({ targets: [], sources: [], languages: [], unit: 'stories' }),
    window: durationBetween(3_600, 90 * day).default(day),
    forEach: alertForEach.nullable().default(null),
    severity: alertSeverity.default('warning'),
    /** Who looks after the rule. */
    owner: z.string().trim().max(200).default(''),
    /** Ids of rules; while one of them fires, this one is not told. */
    quietWhile: z.array(z.string().max(100)).max(20).default([]),
    quietHours: quietHours.nullable().default(null),
    /** Ids of channels. */
    recipients: z.array(z.string().max(100)).max(20).default([]),
    /** How long alerts of this rule are gathered, spaced and repeated. */
    groupWait: durationBetween(0, 3_600).default(0),
    groupInterval: durationBetween(10, day).default(300),
    repeatInterval: durationBetween(60, 30 * day).default(4 * 3_600),
    sendResolved: z.boolean().default(true),
    enabled: z.boolean().default(true),
  })
  .strict();
export type AlertRuleInput = z.infer<typeof alertRuleInput>;
