import { z } from 'zod';

/** An address that somebody misses in the coverage; `topic` asks in particular why it is not under that topic. */
export const missingQuery = z.object({
  url: z.string().trim().min(1).max(8192),
  topic: z.string().max(200).optional(),
});
export type MissingQuery = z.infer<typeof missingQuery>;

/** The stations of an article on its way, in order. */
export const traceStation = z.enum([
  'address',
  'stored',
  'source',
  'announced',
  'robots',
  'fetch',
  'extraction',
  'duplicate',
  'analysis',
  'matching',
  'display',
]);
export type TraceStation = z.infer<typeof traceStation>;

/** What may be found at the stations. */
export const traceCode = z.enum([
  'address.invalid',
  'address.same',
  'address.changed',
  'stored.yes',
  'stored.no',
  'source.none',
  'source.new',
  'source.healthy',
  'source.quiet',
  'source.degraded',
  'source.broken',
  'source.paused',
  'source.retired',
  'source.gap',
  'source.gap_open',
  'announced.collected',
  'announced.waiting',
  'announced.retrying',
  'announced.failed',
  'announced.never',
  'announced.no_source',
  'robots.open',
  'robots.disallowed',
  'robots.unavailable',
  'fetch.page',
  'fetch.status',
  'fetch.not_a_page',
  'fetch.failed',
  'fetch.busy',
  'fetch.not_asked',
  'extraction.text',
  'extraction.short',
  'extraction.empty',
  'extraction.walled',
  'extraction.undated',
  'extraction.paywalled',
  'extraction.too_heavy',
  'duplicate.in_story',
  'duplicate.same_text',
  'analysis.read',
  'analysis.waiting',
  'analysis.failed',
  'analysis.excluded',
  'matching.targets',
  'matching.nothing',
  'matching.would',
  'matching.no_topic',
  'matching.topic',
  'matching.not_topic',
  'matching.clause',
  'display.date',
  'display.undated',
  'display.language',
  'display.text_removed',
]);
export type TraceCode = z.infer<typeof traceCode>;

/** What was found at one station. `code` and `parameters` are put into words by whoever shows them. */
export const traceStep = z.object({
  station: traceStation,
  verdict: z.enum(['ok', 'note', 'problem', 'skipped']),
  code: traceCode,
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** Things that the step speaks of. */
  links: z.array(
    z.object({ kind: z.enum(['source', 'article', 'topic', 'entity']), id: z.string(), name: z.string() }),
  ),
});
export type TraceStep = z.infer<typeof traceStep>;

export const missingTrace = z.object({
  url: z.string(),
  canonical: z.string().nullable(),
  steps: z.array(traceStep),
});
export type MissingTrace = z.infer<typeof missingTrace>;
