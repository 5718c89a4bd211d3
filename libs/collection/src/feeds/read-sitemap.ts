import type { Feed, FeedEntry } from './feed.js';
import { readContext, type ReadContext } from './read-context.js';
import { resolveUrl } from './resolve-url.js';
import { readTitle } from './text-construct.js';
import { childrenNamed, elementsOf, firstText } from './xml-query.js';
import type { XmlElement } from './xml-tree.js';

/** Reads a sitemap with or without Google's news extension; an index of sitemaps gives one entry per sitemap. */
export function readSitemap(root: XmlElement, now?: Date): Omit<Feed, 'encoding'> {
  const context = readContext(['', 'sitemap', root.namespace], now);
  const entries = elementsOf(root)
    .filter(({ name }) => name === 'url' || name === 'sitemap')
    .flatMap((url) => readUrl(url, context) ?? []);
  return {
    format: 'sitemap',
    title: firstText(elementsOf(root).flatMap((url) => publication(url, 'name'))),
    link: null,
    description: null,
    language: entries.find(({ language }) => language)?.language ?? null,
    updated: null,
    self: null,
    hub: null,
    ttl: null,
    skipHours: [],
    skipDays: [],
    image: null,
    entries,
  };
}

const news = (url: XmlElement): XmlElement[] => childrenNamed(url, ['news'], 'news');
const publication = (url: XmlElement, name: string): XmlElement[] =>
  news(url)
    .flatMap((item) => childrenNamed(item, ['news'], 'publication'))
    .flatMap((item) => childrenNamed(item, ['news'], name));

function readUrl(url: XmlElement, { core, date }: ReadContext): FeedEntry | null {
  const address = firstText(childrenNamed(url, core, 'loc'));
  const link = address ? resolveUrl(address, url.base) : null;
  if (!link) return null;
  const ofNews = (name: string): XmlElement[] => news(url).flatMap((item) => childrenNamed(item, ['news'], name));
  const updated = date(childrenNamed(url, core, 'lastmod'));
  return {
    id: link,
    title: readTitle(ofNews('title')[0], 'html'),
    link,
    published: date(ofNews('publication_date')),
    updated,
    authors: [],
    summary: null,
    content: null,
    categories: splitKeywords(firstText(ofNews('keywords')) ?? ''),
    language: firstText(publication(url, 'language')),
    media: [],
    source: null,
  };
}

const splitKeywords = (text: string): string[] =>
  text
    .split(/[,，]/)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
