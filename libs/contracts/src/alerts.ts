import { z } from 'zod';
import { alertNotification } from './alert-channel.js';
import { alertFilter, alertForEach, alertRuleInput, alertSeverity } from './alert-rule.js';
import { estimate } from './coverage-series.js';

const instant = z.iso.datetime({ offset: true });

/** One series of a rule: the key is an outlet, target ref or language tag; empty for rules of one series. */
export const alertSeriesRef = z.object({ key: z.string(), name: z.string() });
export type AlertSeriesRef = z.infer<typeof alertSeriesRef>;

/** What a rule's cap leaves out: how many series, and the largest of them by name. */
export const alertLeftOut = z.object({ count: z.int().nonnegative(), names: z.array(z.string()) });
export type AlertLeftOut = z.infer<typeof alertLeftOut>;

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
  /** Series that are watched, and those of them that fire; null for rules of one series. */
  watched: z.object({ all: z.int(), firing: z.int(), leftOut: alertLeftOut }).nullable(),
  updatedAt: instant,
});
export type AlertRule = z.infer<typeof alertRule>;

/** One series of a rule as it stands. */
export const alertRuleSeries = z.object({
  ...alertSeriesRef.shape,
  phase: alertPhase,
  since: instant.nullable(),
  value: z.number().nullable(),
  n: z.int().nullable(),
  held: z.boolean(),
});
export type AlertRuleSeries = z.infer<typeof alertRuleSeries>;

/** Body of `POST /alert-rules/bulk`: what is given is changed in all of them. */
export const alertRuleBulkInput = z
  .object({
    ids: z.array(z.uuid()).min(1).max(500),
    enabled: z.boolean().optional(),
    severity: alertSeverity.optional(),
    owner: alertRuleInput.shape.owner.unwrap().optional(),
    addRecipient: z.uuid().optional(),
    removeRecipient: z.uuid().optional(),
  })
  .strict();
export type AlertRuleBulkInput = z.infer<typeof alertRuleBulkInput>;

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

/** Whether an alert is worth having. */
export const alertVerdict = z.enum(['useful', 'noise']);
export type AlertVerdict = z.infer<typeof alertVerdict>;

/** One activation of a rule. */
export const alert = z.object({
  id: z.string(),
  ruleId: z.string(),
  ruleName: z.string(),
  series: alertSeriesRef,
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
  /** What people made of it. */
  verdict: alertVerdict.nullable(),
});
export type Alert = z.infer<typeof alert>;

export const alertComment = z.object({ at: instant, by: z.string(), text: z.string() });
export type AlertComment = z.infer<typeof alertComment>;
export const alertCommentInput = z.object({ text: z.string().trim().min(1).max(4_000) }).strict();

export const alertDetail = z.object({
  alert,
  /** What the alert's series looks at. */
  filter: alertFilter,
  transitions: z.array(alertTransition),
  notifications: z.array(alertNotification),
  comments: z.array(alertComment),
});
export type AlertDetail = z.infer<typeof alertDetail>;

/** Body of `POST /alert-rules/simulate`: the rule, the range to replay (90 days unless given), and which series to draw. */
export const alertSimulationInput = z
  .object({
    rule: alertRuleInput,
    from: instant.optional(),
    to: instant.optional(),
    series: z.string().max(300).optional(),
  })
  .strict();
export type AlertSimulationInput = z.infer<typeof alertSimulationInput>;

/** Body of `PUT /alert-marks`: a verdict on one stretch of what a rule measures, whatever its threshold; null takes it back. */
export const alertMarkInput = z
  .object({
    rule: z.object({ series: alertRuleInput.shape.series, filter: alertRuleInput.shape.filter }),
    key: z.string().max(300).default(''),
    from: instant,
    to: instant.nullable().default(null),
    verdict: alertVerdict.nullable(),
  })
  .strict();
export type AlertMarkInput = z.infer<typeof alertMarkInput>;

export const alertSimulation = z.object({
  forEach: alertForEach.nullable(),
  /** The series that was drawn; of rules with many, the one with the most alerts unless asked for. */
  series: alertSeriesRef,
  /** What that series looks at. */
  filter: alertFilter,
  /** All that were replayed, most alerts first. */
  all: z.array(z.object({ ...alertSeriesRef.shape, alerts: z.int() })),
  leftOut: alertLeftOut,
  /** Share of useful ones among the marked alerts; n is how many were marked. */
  precision: estimate,
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
      series: alertSeriesRef,
      verdict: alertVerdict.nullable(),
    }),
  ),
  weeks: z.array(z.object({ week: z.iso.date(), alerts: z.int() })),
  tookMs: z.int(),
});
export type AlertSimulation = z.infer<typeof alertSimulation>;
