import { z } from 'zod';
import { longJob } from './jobs.js';

/**
 * What the server tells browsers as server-sent events. Events are hints to look again: they carry ids and small
 * numbers, never texts, and a lost one does no harm.
 */
export const appEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('job.progress'),
    data: longJob.pick({ id: true, kind: true, state: true, done: true, total: true, message: true }),
  }),
  z.object({
    type: z.literal('readings.new'),
    data: z.object({ articles: z.int().nonnegative(), from: z.string().optional(), to: z.string().optional() }),
  }),
  z.object({ type: z.literal('articles.removed'), data: z.object({ articles: z.int().nonnegative() }) }),
  z.object({ type: z.literal('correction.changed'), data: z.object({ articleId: z.string() }) }),
  z.object({ type: z.literal('annotations.changed'), data: z.object({}) }),
  z.object({ type: z.literal('catalogue.changed'), data: z.object({ version: z.int().nonnegative() }) }),
  z.object({ type: z.literal('source.changed'), data: z.object({ sourceId: z.string() }) }),
  z.object({
    type: z.literal('alert.changed'),
    data: z.object({ alertId: z.string(), ruleId: z.string(), state: z.string() }),
  }),
  z.object({
    type: z.literal('notification.changed'),
    data: z.object({ notificationId: z.string(), state: z.string() }),
  }),
  z.object({ type: z.literal('report.changed'), data: z.object({ reportId: z.string() }) }),
  z.object({ type: z.literal('settings.changed'), data: z.object({}) }),
]);
export type AppEvent = z.infer<typeof appEvent>;
export type AppEventType = AppEvent['type'];
export type AppEventData<Type extends AppEventType> = Extract<AppEvent, { type: Type }>['data'];
