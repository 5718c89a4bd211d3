import { z } from 'zod';
import { alertNotification } from './alert-channel.js';
import { alertRuleInput, alertSeverity } from './alert-rule.js';

const instant = z.iso.datetime({ offset: true });

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
