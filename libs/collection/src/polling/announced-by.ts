import { decodeDocument } from '../encoding/decode-document.js';
import { type KeyedEntry, keyedEntry } from '../entries/announced-entry.js';
import { feedEntries } from '../entries/feed-entries.js';
import { parseFeed } from '../feeds/parse-feed.js';
import { extractPage } from '../pages/extract-page.js';
import type { VisitedKind } from '../sources/visited-kinds.js';

/** What an answer announces, and how often the feed itself wants to be asked. */
export interface Announcement {
  entries: KeyedEntry[];
  patience: { ttlMinutes?: number; skipHours?: readonly number[] } | null;
}

/**
 * Reads the answer of a visited source by its kind.
 * @throws the parser's typed errors for documents that are none of the kind
 */
export function announcedBy(
  kind: VisitedKind,
  response: { bytes: Uint8Array; contentType: string | null; url: string },
  now: Date,
): Announcement {
  switch (kind) {
    case 'feed': {
      const feed = parseFeed(response.bytes, { contentType: response.contentType, url: response.url, now });
      return {
        entries: feedEntries(feed, now),
        patience: { ...(feed.ttl !== null && { ttlMinutes: feed.ttl }), skipHours: feed.skipHours },
      };
    }
    case 'page': {
      const { text } = decodeDocument(response.bytes, { kind: 'html', contentType: response.contentType });
      const page = extractPage(text, { url: response.url, now });
      const announced = {
        url: response.url,
        title: page.title ?? '',
        text: page.text,
        byline: page.byline,
        published: page.published?.toISOString() ?? null,
        lang: page.lang,
      };
      return { entries: page.text === '' ? [] : [keyedEntry(null, announced)], patience: null };
    }
  }
}
