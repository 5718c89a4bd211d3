import { z } from 'zod';
import { sourceKind } from './sources.js';

const instant = z.iso.datetime({ offset: true });
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

/** One item as a source that is tried out would bring it. */
export const previewEntry = z.object({
  title: z.string(),
  url: z.string().nullable(),
  /** Beginning of the text that comes with it; empty where only the page has it. */
  text: z.string(),
  published: instant.nullable(),
  /** When another collector saw it, where it says no date of publication. */
  seen: instant.nullable(),
  byline: z.string().nullable(),
  lang: z.string().nullable(),
  outlet: z.string().nullable(),
});
export type PreviewEntry = z.infer<typeof previewEntry>;

/** A source that is tried out before it is added or changed. */
export const sourceTrial = z
  .object({
    kind: sourceKind,
    url: webAddress.optional(),
    options: z.record(z.string(), z.unknown()).default({}),
    headers: z.record(z.string().max(100), z.string().max(2000)).optional(),
    /** An existing source, whose stored request headers are used while the address stays on its host. */
    sourceId: z.string().max(100).optional(),
    /** Webhooks have nothing to ask: a body as the sender posts it. */
    sample: z.unknown().optional(),
  })
  .strict();
export type SourceTrial = z.input<typeof sourceTrial>;

export const sourcePreview = z.object({
  /** The first ones. */
  entries: z.array(previewEntry),
  /** How many the answer holds. */
  total: z.int(),
  /** Positions of items that hold neither an address nor a text. */
  rejected: z.array(z.int()),
});
export type SourcePreview = z.infer<typeof sourcePreview>;

export const feedSearch = z.object({ url: webAddress }).strict();

/** A feed that a page offers, read. */
export const foundFeed = z.object({
  url: z.string(),
  title: z.string().nullable(),
  language: z.string().nullable(),
  site: z.string().nullable(),
  /** Name of the source that follows it already. */
  followedAs: z.string().nullable(),
  entries: z.array(z.object({ title: z.string(), url: z.string().nullable(), published: instant.nullable() })),
});
export type FoundFeed = z.infer<typeof foundFeed>;

export const feedSearchResult = z.object({
  /** Title of the page, where the address was one. */
  pageTitle: z.string().nullable(),
  feeds: z.array(foundFeed),
  /** Addresses that the page calls feeds and that could not be read, with the code of the reason. */
  unreadable: z.array(z.object({ url: z.string(), code: z.string(), message: z.string() })),
});
export type FeedSearchResult = z.infer<typeof feedSearchResult>;

/** What came of an OPML list. */
export const opmlImport = z.object({
  added: z.int(),
  known: z.int(),
  rejected: z.array(z.object({ title: z.string(), url: z.string(), code: z.string(), message: z.string() })),
});
export type OpmlImport = z.infer<typeof opmlImport>;
