import { z } from 'zod';
import { alertSeverity, clockTime } from './alert-rule.js';
import { timeZone } from './coverage-filter.js';
import { targetRef } from './target-ref.js';

const instant = z.iso.datetime({ offset: true });

/** Who made a silence that came from the link in a message: nobody signed in for it. */
export const MUTED_BY_LINK = '@link';

/** Local hours of weekdays (1 Monday … 7 Sunday); hours that run over midnight belong to the day on which they begin. */
export const weeklyWindow = z
  .object({
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    from: clockTime,
    to: clockTime,
    tz: timeZone,
  })
  .strict();
export type WeeklyWindow = z.infer<typeof weeklyWindow>;

/**
 * Mutes notifications; evaluation goes on. What is empty does not narrow: without anything it mutes all rules. With
 * `weekly` it mutes only within these hours, from its start to its end.
 */
export const alertSilenceInput = z
  .object({
    comment: z.string().trim().max(1_000).default(''),
    ruleIds: z.array(z.string().max(100)).max(200).default([]),
    severities: z.array(alertSeverity).max(3).default([]),
    /** Rules about one of these targets. */
    targets: z.array(targetRef).max(20).default([]),
    /** Keys of series of rules with many. */
    series: z.array(z.string().max(300)).max(100).default([]),
    weekly: weeklyWindow.nullable().default(null),
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
  /** Begun and not over; a weekly one also outside its hours. */
  active: z.boolean(),
});
export type AlertSilence = z.infer<typeof alertSilence>;
