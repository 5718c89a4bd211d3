import { z } from 'zod';
import { durationBetween } from './alert-duration.js';
import { coverageFilter, timeZone } from './coverage-filter.js';

const instant = z.iso.datetime({ offset: true });
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

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time such as 22:00.');

/** Local times between which nothing but critical alerts is sent; may run over midnight. */
export const quietHours = z.object({ from: clock, to: clock, tz: timeZone, exceptCritical: z.boolean().default(true) });
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

export const alertRuleInput = z
  .object({
    ...alertTiming.shape,
    name: z.string().trim().min(1).max(200),
    description: z.string().max(2_000).default(''),
    series: alertSeries,
    filter: alertFilter.default({ targets: [], sources: [], languages: [], unit: 'stories' }),
    window: durationBetween(3_600, 90 * day).default(day),
    severity: alertSeverity.default('warning'),
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

export const alertPhase = z.enum(['normal', 'pending', 'firing', 'recovering', 'no-data', 'error']);
export type AlertPhase = z.infer<typeof alertPhase>;

export const alertRule = z.object({
  ...alertRuleInput.shape,
  id: z.string(),
  version: z.int().positive(),
  phase: alertPhase,
  since: instant.nullable(),
  lastValue: z.number().nullable(),
  lastN: z.int().nullable(),
  lastEvaluated: instant.nullable(),
  lastError: z.string().nullable(),
  /** The last evaluation looked away, because collection was blind. */
  held: z.boolean(),
  updatedAt: instant,
});
export type AlertRule = z.infer<typeof alertRule>;

/** What an evaluation saw. */
export const alertInput = z.object({
  value: z.number().nullable(),
  n: z.int().nonnegative(),
  stories: z.int().nonnegative().nullable(),
  outlets: z.int().nonnegative().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  held: z.boolean(),
  /** Against what a change, an anomaly or a drift was measured. */
  baseline: z.number().nullable(),
});
export type AlertInput = z.infer<typeof alertInput>;

export const alertTransition = z.object({
  at: instant,
  from: alertPhase,
  to: alertPhase,
  reason: z.string(),
  input: alertInput.nullable(),
  ruleVersion: z.int(),
});
export type AlertTransition = z.infer<typeof alertTransition>;

/** One activation of a rule. */
export const alert = z.object({
  id: z.string(),
  ruleId: z.string(),
  ruleName: z.string(),
  severity: alertSeverity,
  kind: z.enum(['threshold', 'no-data', 'error']),
  state: z.enum(['firing', 'recovering', 'resolved']),
  startedAt: instant,
  endedAt: instant.nullable(),
  value: z.number().nullable(),
  n: z.int().nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
  silenced: z.boolean(),
});
export type Alert = z.infer<typeof alert>;

export const alertComment = z.object({ at: instant, by: z.string(), text: z.string() });
export type AlertComment = z.infer<typeof alertComment>;
export const alertCommentInput = z.object({ text: z.string().trim().min(1).max(4_000) }).strict();

export const channelKind = z.enum([
  'email',
  'webhook',
  'slack',
  'teams',
  'feishu',
  'dingtalk',
  'wecom',
  'telegram',
  'ntfy',
  'in-app',
]);
export type ChannelKind = z.infer<typeof channelKind>;

const mailAddress = z.email().max(320);

/** Where notifications go. `url` and `secret` are stored sealed and never shown again. */
export const alertChannelInput = z
  .object({
    name: z.string().trim().min(1).max(200),
    kind: channelKind,
    language: z.enum(['en', 'zh']).default('en'),
    /** Mail addresses; for `email`. */
    to: z.array(mailAddress).max(50).default([]),
    /** Address of the hook; for all kinds but `email` and `in-app`. Telegram's is https://api.telegram.org unless given. */
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
    /** Signing secret (webhook, Feishu, DingTalk), bot token (Telegram) or access token (ntfy). */
    secret: z.string().min(1).max(500).optional(),
    /** Chat id; for Telegram. */
    chat: z.string().max(100).optional(),
    enabled: z.boolean().default(true),
  })
  .strict();
export type AlertChannelInput = z.infer<typeof alertChannelInput>;

export const alertChannel = z.object({
  id: z.string(),
  name: z.string(),
  kind: channelKind,
  language: z.enum(['en', 'zh']),
  to: z.array(z.string()),
  /** Host of the hook; the rest of the address is a credential. */
  host: z.string().nullable(),
  hasSecret: z.boolean(),
  chat: z.string().nullable(),
  enabled: z.boolean(),
});
export type AlertChannel = z.infer<typeof alertChannel>;

export const deliveryAttempt = z.object({
  at: instant,
  ok: z.boolean(),
  status: z.int().nullable(),
  error: z.string().nullable(),
  tookMs: z.int().nonnegative(),
});
export type DeliveryAttempt = z.infer<typeof deliveryAttempt>;

/** One delivery to one channel. */
export const alertNotification = z.object({
  id: z.string(),
  ruleId: z.string().nullable(),
  alertIds: z.array(z.string()),
  channelId: z.string(),
  channelName: z.string(),
  reason: z.enum(['firing', 'resolved', 'repeat', 'test']),
  subject: z.string(),
  state: z.enum(['waiting', 'delivered', 'dead']),
  createdAt: instant,
  nextAttempt: instant.nullable(),
  deliveredAt: instant.nullable(),
  attempts: z.array(deliveryAttempt),
});
export type AlertNotification = z.infer<typeof alertNotification>;

export const alertDetail = z.object({
  alert,
  transitions: z.array(alertTransition),
  notifications: z.array(alertNotification),
  comments: z.array(alertComment),
});
export type AlertDetail = z.infer<typeof alertDetail>;

/** Mutes notifications; evaluation goes on. Without `ruleIds` it mutes all rules. */
export const alertSilenceInput = z
  .object({
    comment: z.string().trim().max(1_000).default(''),
    ruleIds: z.array(z.string().max(100)).max(200).default([]),
    severities: z.array(alertSeverity).max(3).default([]),
    from: instant,
    to: instant,
  })
  .strict()
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    message: 'The end must come after the start.',
  });
export type AlertSilenceInput = z.infer<typeof alertSilenceInput>;
export const alertSilence = z.object({
  ...alertSilenceInput.shape,
  id: z.string(),
  by: z.string(),
  active: z.boolean(),
});
export type AlertSilence = z.infer<typeof alertSilence>;

/** Body of `POST /alert-rules/simulate`: the rule, and the range to replay (90 days unless given). */
export const alertSimulationInput = z
  .object({ rule: alertRuleInput, from: instant.optional(), to: instant.optional() })
  .strict();
export type AlertSimulationInput = z.infer<typeof alertSimulationInput>;

export const alertSimulation = z.object({
  from: instant,
  to: instant,
  /** Seconds between simulated evaluations. */
  step: z.number().positive(),
  t: z.array(instant),
  value: z.array(z.number().nullable()),
  n: z.array(z.int()),
  held: z.array(z.boolean()),
  /** The line of the condition over time; for `above` and `below` it is flat. */
  threshold: z.object({ low: z.array(z.number().nullable()), high: z.array(z.number().nullable()) }),
  alerts: z.array(
    z.object({
      from: instant,
      to: instant.nullable(),
      kind: z.enum(['threshold', 'no-data', 'error']),
      value: z.number().nullable(),
      n: z.int(),
    }),
  ),
  weeks: z.array(z.object({ week: z.iso.date(), alerts: z.int() })),
  tookMs: z.int(),
});
export type AlertSimulation = z.infer<typeof alertSimulation>;
