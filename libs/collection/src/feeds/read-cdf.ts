import { parseFeedDate } from '../dates/parse-feed-date.js';
import type { Feed, FeedEntry } from './feed.js';
import { derivedId } from './entry-id.js';
import { resolveUrl } from './resolve-url.js';
import { readHtml, readTitle } from './text-construct.js';
import { descendantsNamed, elementsOf } from './xml-query.js';
import type { XmlElement } from './xml-tree.js';

/** Whether a `channel` is one of the Channel Definition Format: addresses in attributes instead of elements. */
export function isCdf(channel: XmlElement): boolean {
  const items = descendantsNamed(channel, ['item']);
  return (
    channel.attributes.has('href') ||
    items.some((item) => item.attributes.has('href') || item.attributes.has('lastmod'))
  );
}

/** Reads the Channel Definition Format (1997). */
export function readCdf(channel: XmlElement, now?: Date): Omit<Feed, 'encoding'> {
  return {
    format: 'cdf',
    title: readTitle(childOf(channel, 'title'), 'html'),
    link: address(channel),
    description: readHtml(childOf(channel, 'abstract'), 'html'),
    language: channel.language ?? null,
    updated: parseFeedDate(channel.attributes.get('lastmod'), now),
    self: channel.attributes.get('self') ?? null,
    hub: null,
    ttl: null,
    skipHours: [],
    skipDays: [],
    image: null,
    entries: descendantsNamed(channel, ['item']).map((item) => readItem(item, now)),
  };
}

function readItem(item: XmlElement, now: Date | undefined): FeedEntry {
  const title = readTitle(childOf(item, 'title'), 'html');
  const summary = readHtml(childOf(item, 'abstract') ?? childOf(item, 'description'), 'html');
  const link = address(item);
  const updated = parseFeedDate(item.attributes.get('lastmod'), now);
  return {
    id: link ?? derivedId([title, null, summary]),
    title,
    link,
    published: updated,
    updated,
    authors: [],
    summary,
    content: null,
    categories: [],
    language: null,
    media: [],
    source: null,
  };
}

const childOf = (parent: XmlElement, name: string): XmlElement | undefined =>
  elementsOf(parent).find((child) => child.name === name);

function address(element: XmlElement): string | null {
  const reference = element.attributes.get('href') ?? childOf(element, 'a')?.attributes.get('href');
  return reference ? resolveUrl(reference, element.base) : null;
}
