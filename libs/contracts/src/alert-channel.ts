import { z } from 'zod';
import { durationBetween } from './alert-duration.js';

const instant = z.iso.datetime({ offset: true });

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

/** When nobody has acknowledged an alert so long after this channel was told, that one is told too. */
export const channelEscalation = z
  .object({ after: durationBetween(60, 7 * 86_400), to: z.string().min(1).max(100) })
  .strict();
export type ChannelEscalation = z.infer<typeof channelEscalation>;

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
    escalation: channelEscalation.nullable().default(null),
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
  escalation: channelEscalation.nullable(),
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
  /** A digest gathers what a channel's limit would have held up. */
  reason: z.enum(['firing', 'resolved', 'repeat', 'digest', 'test']),
  subject: z.string(),
  state: z.enum(['waiting', 'delivered', 'dead']),
  createdAt: instant,
  nextAttempt: instant.nullable(),
  deliveredAt: instant.nullable(),
  attempts: z.array(deliveryAttempt),
});
export type AlertNotification = z.infer<typeof alertNotification>;
