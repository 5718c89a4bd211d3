import { parseFeedDate } from '../dates/parse-feed-date.js';
import { derivedId } from './entry-id.js';
import { escapeText } from './escape-html.js';
import type { Feed, FeedEntry, FeedMedia, ParseFeedOptions } from './feed.js';
import { NotAFeedError } from './feed-errors.js';
import { mediumOfType } from './media-files.js';
import { resolveUrl } from './resolve-url.js';
import { sanitizeHtml } from './sanitize-html.js';

type Json = Record<string, unknown>;

/**
 * Reads JSON Feed 1.0 and 1.1. Only the fields of the format are looked at, each checked for its type.
 *
 * @throws NotAFeedError when it is broken JSON or some other JSON
 */
export function readJsonFeed(text: string, options: ParseFeedOptions): Omit<Feed, 'encoding'> {
  const feed = parseObject(text);
  const named = /jsonfeed\.org/i.test(string(feed.version) ?? '');
  const items: unknown[] = Array.isArray(feed.items) ? feed.items : [];
  if (!named && (!Array.isArray(feed.items) || (!string(feed.version) && !string(feed.title)))) {
    throw new NotAFeedError('JSON of another kind');
  }
  const base = options.url ?? string(feed.feed_url) ?? string(feed.home_page_url) ?? undefined;
  const entries = items.filter(isObject).map((item) => readItem(item, feed, base, options.now));
  const dates = entries.flatMap(({ updated, published }) => updated ?? published ?? []);
  return {
    format: 'json',
    title: string(feed.title),
    link: url(feed.home_page_url, base),
    description: html(feed.description, null, base),
    language: string(feed.language)?.replaceAll('_', '-') ?? null,
    updated: dates.length > 0 ? dates.reduce((latest, date) => (date > latest ? date : latest)) : null,
    self: url(feed.feed_url, base),
    hub: Array.isArray(feed.hubs)
      ? (feed.hubs
          .filter(isObject)
          .map((hub) => url(hub.url, base))
          .at(0) ?? null)
      : null,
    ttl: null,
    skipHours: [],
    skipDays: [],
    image: url(feed.icon, base) ?? url(feed.favicon, base),
    entries,
  };
}

function parseObject(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) throw new NotAFeedError('broken JSON');
    throw error;
  }
  if (!isObject(value)) throw new NotAFeedError('JSON of another kind');
  return value;
}

function readItem(item: Json, feed: Json, base: string | undefined, now: Date | undefined): FeedEntry {
  const title = string(item.title);
  const link = url(item.url, base) ?? url(item.external_url, base);
  const summary = html(null, item.summary, base);
  const content = html(item.content_html, item.content_text, base);
  const published = parseFeedDate(string(item.date_published), now);
  const updated = parseFeedDate(string(item.date_modified), now);
  const own = authors(item);
  return {
    id: identifier(item.id) ?? link ?? derivedId([title, published?.toISOString() ?? null, content ?? summary]),
    title,
    link,
    published: published ?? updated,
    updated,
    authors: own.length > 0 ? own : authors(feed),
    summary,
    content,
    categories: Array.isArray(item.tags) ? [...new Set(item.tags.map(string).filter((tag) => tag !== null))] : [],
    language: string(item.language),
    media: files(item, base),
    source: null,
  };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function string(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

const identifier = (value: unknown): string | null => (typeof value === 'number' ? String(value) : string(value));

const url = (value: unknown, base: string | undefined): string | null => {
  const text = string(value);
  return text === null ? null : resolveUrl(text, base);
};

function html(markup: unknown, text: unknown, base: string | undefined): string | null {
  const source = string(markup) ?? (string(text) === null ? null : escapeText(string(text)!));
  return source === null ? null : sanitizeHtml(source, base) || null;
}

function authors(parent: Json): string[] {
  const list = Array.isArray(parent.authors) ? parent.authors : [parent.author];
  return list.filter(isObject).flatMap((author) => string(author.name) ?? string(author.url) ?? []);
}

function files(item: Json, base: string | undefined): FeedMedia[] {
  const images = [item.image, item.banner_image].flatMap((image) => url(image, base) ?? []);
  const attachments = Array.isArray(item.attachments) ? item.attachments.filter(isObject) : [];
  return [
    ...images.map((image): FeedMedia => ({ url: image, medium: 'image' })),
    ...attachments.flatMap((attachment): FeedMedia[] => {
      const address = url(attachment.url, base);
      if (!address) return [];
      const type = string(attachment.mime_type) ?? undefined;
      const size = attachment.size_in_bytes;
      const duration = attachment.duration_in_seconds;
      return [
        {
          url: address,
          ...(type && { type }),
          ...(mediumOfType(type) && { medium: mediumOfType(type) }),
          ...(typeof size === 'number' && { length: size }),
          ...(typeof duration === 'number' && { duration }),
        },
      ];
    }),
  ];
}
