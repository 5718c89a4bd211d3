import { decodeDocument } from '../encoding/decode-document.js';
import type { KeyedEntry } from '../entries/announced-entry.js';
import { distinctEntries } from '../entries/distinct-entries.js';
import { extractPage } from '../pages/extract-page.js';
import type { ExtractedPage } from '../pages/extracted-page.js';
import { announcedBy } from '../polling/announced-by.js';
import type { VisitedKind } from '../sources/visited-kinds.js';

/** What was received, and the moment of it. */
export interface ReceivedDocument {
  bytes: Uint8Array;
  contentType: string | null;
  url: string;
  now: Date;
}

/** How often a feed itself wants to be asked. */
export interface FeedPatience {
  ttlMinutes?: number;
  skipHours?: readonly number[];
}

/** Entries in batches of this size, so that taking one over never blocks for long. */
const BATCH = 250;

/**
 * What a visited source announces: each entry once, in batches in the order of their keys.
 * @throws FeedError for documents that are none of the kind
 */
export function readAnnouncement(
  kind: VisitedKind,
  document: ReceivedDocument,
): { batches: KeyedEntry[][]; patience: FeedPatience | null } {
  const { entries, patience } = announcedBy(kind, document, document.now);
  const distinct = distinctEntries(entries);
  const batches = Array.from({ length: Math.ceil(distinct.length / BATCH) }, (_, index) =>
    distinct.slice(index * BATCH, (index + 1) * BATCH),
  );
  return { batches, patience };
}

/** The article of a page. */
export function readPage({ bytes, contentType, url, now }: ReceivedDocument): ExtractedPage {
  const { text } = decodeDocument(bytes, { kind: 'html', contentType });
  return extractPage(text, { url, now });
}
