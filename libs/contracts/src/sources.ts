import { z } from 'zod';
import { gdeltOptions, hackerNewsOptions, jsonApiOptions, webhookOptions } from './source-options.js';

const instant = z.iso.datetime({ offset: true });

export const sourceKind = z.enum(['feed', 'page', 'file', 'push', 'gdelt', 'hacker-news', 'json', 'webhook']);
export type SourceKind = z.infer<typeof sourceKind>;

/** healthy: as usual · quiet: reachable, nothing new · degraded: some failures · broken: blind · paused: switched off · new: not tried yet */
export const sourceHealth = z.enum(['new', 'healthy', 'quiet', 'degraded', 'broken', 'paused', 'retired']);
export type SourceHealth = z.infer<typeof sourceHealth>;

const noOptions = z.record(z.string(), z.unknown());
/** The settings that each kind of source understands. */
export const sourceOptions: Record<SourceKind, z.ZodType<Record<string, unknown>>> = {
  feed: noOptions,
  page: noOptions,
  file: noOptions,
  push: noOptions,
  gdelt: gdeltOptions,
  'hacker-news': hackerNewsOptions,
  json: jsonApiOptions,
  webhook: webhookOptions,
};

/** Kinds that a person gives an address; the address of the others follows from their settings, or there is none. */
const withAddress: readonly SourceKind[] = ['feed', 'page', 'json'];

export const sourceInput = z
  .object({
    name: z.string().trim().min(1).max(200),
    kind: sourceKind,
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    /** Publisher; several sources may belong to one. */
    outlet: z.string().trim().min(1).max(200).optional(),
    language: z.string().max(20).optional(),
    /** Relative audience, 1 = ordinary. */
    reach: z.number().positive().max(1000).default(1),
    /** Fetch each entry's page and extract its text, not only what the feed carries. */
    fetchPages: z.boolean().default(true),
    enabled: z.boolean().default(true),
    /** Seconds between polls; left out: adaptive. */
    interval: z.int().min(60).max(604_800).optional(),
    headers: z.record(z.string().max(100), z.string().max(2000)).optional(),
    /** Settings of kinds that need more than an address. */
    options: z.record(z.string(), z.unknown()).optional(),
    /** Publishers of one house count as one voice; left out: told by the outlet and its domain. */
    family: z.string().trim().min(1).max(200).nullish(),
    /** Days after which texts are removed; numbers stay. Left out or null: kept. */
    retentionDays: z.int().min(1).max(36_500).nullish(),
  })
  .strict()
  .refine((source) => !withAddress.includes(source.kind) || source.url !== undefined, {
    path: ['url'],
    message: 'This kind of source needs an address.',
  })
  .superRefine((source, context) => {
    const parsed = sourceOptions[source.kind].safeParse(source.options ?? {});
    for (const { path, message } of parsed.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['options', ...path], message });
    }
  });
export type SourceInput = z.infer<typeof sourceInput>;

export const source = z.object({
  id: z.string(),
  name: z.string(),
  kind: sourceKind,
  url: z.string().nullable(),
  outlet: z.string(),
  language: z.string().nullable(),
  reach: z.number(),
  fetchPages: z.boolean(),
  enabled: z.boolean(),
  sample: z.boolean(),
  interval: z.int().nullable(),
  health: sourceHealth,
  /** One sentence: why it is in that state. */
  healthReason: z.string().nullable(),
  lastSuccess: instant.nullable(),
  lastAttempt: instant.nullable(),
  nextAttempt: instant.nullable(),
  lastError: z.object({ code: z.string(), message: z.string(), at: instant }).nullable(),
  failures: z.int(),
  /** Settings of kinds that need more than an address. */
  options: z.record(z.string(), z.unknown()).optional(),
  family: z.string().nullish(),
  retentionDays: z.int().nullish(),
  articles: z.int(),
  articlesPerDay: z.number().nullable(),
  undatedShare: z.number().nullable(),
});
export type Source = z.infer<typeof source>;

/** A feed that Timbre knows of and offers; off until chosen. */
export const sourcePreset = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  outlet: z.string(),
  language: z.string(),
  field: z.string(),
  chosen: z.boolean(),
});
export type SourcePreset = z.infer<typeof sourcePreset>;

/** An outlet that is deleted everywhere; its name again, so that no slip of the hand does it. */
export const takedownInput = z
  .object({
    outlet: z.string().trim().min(1).max(300),
    confirm: z.string().trim(),
    /** Goes to the audit. */
    reason: z.string().trim().min(1).max(2000),
  })
  .strict()
  .refine(({ outlet, confirm }) => outlet === confirm, {
    path: ['confirm'],
    message: 'Type the name of the outlet to confirm.',
  });

/** Where a program posts to a webhook source: the address holds the secret, or the secret signs each body. */
export const sourceWebhook = z.object({
  path: z.string(),
  secret: z.string(),
  proof: z.enum(['secret', 'signature']),
});
export type SourceWebhook = z.infer<typeof sourceWebhook>;
