import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What a source says of one item, before its page was looked at; kept in the database until it is collected. */
export const announcedEntry = z.object({
  url: z.string().nullable(),
  title: z.string(),
  /** Plain text that the feed itself carries: the longer of content and summary. */
  text: z.string(),
  byline: z.string().nullable(),
  published: z.iso.datetime({ offset: true }).nullable(),
  lang: z.string().nullable(),
  /** Publisher, where one source carries many. Optional because most sources are one outlet. */
  outlet: z.string().optional(),
  /** When another collector saw it: stands in where nobody tells when it was published. Optional: few sources know. */
  seen: z.iso.datetime({ offset: true }).optional(),
});
export type AnnouncedEntry = z.infer<typeof announcedEntry>;

/** Longest text kept of an announcement; the page itself is read in full. */
const LONGEST_TEXT = 200_000;

/** An announcement with what it is recognised by. */
export interface KeyedEntry {
  key: string;
  contentHash: string;
  announced: AnnouncedEntry;
}

/**
 * Gives an entry its key: the publisher's id, else the address, else the words. A hash, because ids of the wild may be
 * kilobytes long. The content hash leaves the id out, so that an entry with a new text is noticed and one that comes
 * again unchanged is not.
 *
 * @param id guid of the feed, where there is one
 */
export function keyedEntry(id: string | null, announced: AnnouncedEntry): KeyedEntry {
  const kept = {
    ...announced,
    url: announced.url === null ? null : storable(announced.url),
    title: storable(announced.title).slice(0, 2000).toWellFormed(),
    text: storable(announced.text).slice(0, LONGEST_TEXT).toWellFormed(),
    byline: announced.byline === null ? null : storable(announced.byline),
    lang: announced.lang === null ? null : storable(announced.lang),
  };
  const contentHash = digest([kept.url ?? '', kept.title, kept.text]);
  return { key: digest([id || kept.url || `${kept.title}\n${kept.text}`]), contentHash, announced: kept };
}

/** PostgreSQL's text knows neither NUL nor halves of surrogate pairs. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part.toWellFormed()).update('\0');
  return hash.digest('base64url');
}
