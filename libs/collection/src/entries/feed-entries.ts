import type { Feed, FeedEntry } from '../feeds/feed.js';
import { type KeyedEntry, keyedEntry } from './announced-entry.js';
import { plainText } from './plain-text.js';

const DAY = 86_400_000;

/** Entries of a feed as announcements. Dates more than a day ahead are not dates of publication. */
export function feedEntries(feed: Feed, now: Date): KeyedEntry[] {
  return feed.entries
    .filter((entry) => entry.link !== null || entry.title !== null || entry.summary !== null || entry.content !== null)
    .map((entry) => announcementOf(entry, feed, now));
}

function announcementOf(entry: FeedEntry, feed: Feed, now: Date): KeyedEntry {
  const published = entry.published ?? entry.updated;
  const usable = published !== null && published.getTime() <= now.getTime() + DAY && published.getTime() > 0;
  return keyedEntry(entry.id, {
    url: entry.link,
    title: entry.title ?? '',
    text: longer(plain(entry.content), plain(entry.summary)),
    byline: entry.authors.join(', ') || null,
    published: usable ? published.toISOString() : null,
    lang: entry.language ?? feed.language,
  });
}

function plain(html: string | null): string {
  return html === null ? '' : plainText(html);
}

function longer(a: string, b: string): string {
  return a.length >= b.length ? a : b;
}
