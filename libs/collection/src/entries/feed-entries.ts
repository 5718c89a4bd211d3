import type { Feed, FeedEntry } from '../feeds/feed.js';
import { type KeyedEntry, keyedEntry } from './announced-entry.js';
import { plainText } from './plain-text.js';

const DAY = 86_400_000;

/** Entries of a feed as announcements. Dates more than a day ahead are not dates of publication. */
export function feedEntries(feed: Feed, now: Date): KeyedEntry[] {
  const shared = sharedIds(feed.entries);
  return feed.entries
    .filter((entry) => entry.link !== null || entry.title !== null || entry.summary !== null || entry.content !== null)
    .map((entry) => announcementOf(entry, shared.has(entry.id) ? null : entry.id, feed, now));
}

/** Ids that a feed gives to several links: they identify the feed's author's mistake, not an entry. */
function sharedIds(entries: readonly FeedEntry[]): ReadonlySet<string> {
  const links = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, link } of entries) {
    if (link === null) continue;
    if ((links.get(id) ?? link) !== link) shared.add(id);
    links.set(id, link);
  }
  return shared;
}

function announcementOf(entry: FeedEntry, id: string | null, feed: Feed, now: Date): KeyedEntry {
  const published = entry.published ?? entry.updated;
  const usable = published !== null && published.getTime() <= now.getTime() + DAY && published.getTime() > 0;
  return keyedEntry(id, {
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
