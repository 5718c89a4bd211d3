import { Injectable } from '@nestjs/common';
import type { FeedSearchResult, FoundFeed } from '@timbre/contracts';
import { EgressClient, EgressError, type EgressResponse } from '@timbre/platform';
import { DoorError } from '../doors/door-error.js';
import { decodeDocument } from '../encoding/decode-document.js';
import { discoverFeeds } from '../feeds/discover-feeds.js';
import type { Feed } from '../feeds/feed.js';
import { FeedError } from '../feeds/feed-errors.js';
import { htmlLine } from '../feeds/html-text.js';
import { parseFeed } from '../feeds/parse-feed.js';
import { SourceRepository } from '../sources/source.repository.js';
import { usualFeedAddresses } from './feed-addresses.js';

/** Feeds of one page that are read; a person waits. */
const MOST_READ = 8;
const SHOWN_ENTRIES = 5;
const PATIENCE_MS = 10_000;

type Unreadable = FeedSearchResult['unreadable'][number];

/**
 * The feeds of any address that a person pastes: itself if it is one, those its page announces or links to, else those
 * at the usual places. One visit because a person asked for it, so robots.txt, which rules crawlers, is not asked.
 */
@Injectable()
export class FeedDiscoveryService {
  constructor(
    private readonly egress: EgressClient,
    private readonly sources: SourceRepository,
  ) {}

  /** @throws EgressError, DoorError where the address itself cannot be fetched */
  async search(url: string, now: Date): Promise<FeedSearchResult> {
    const response = await this.egress.fetch({ url, timeoutMs: PATIENCE_MS });
    if (response.status >= 400) throw new DoorError('door.status', `The server answered ${response.status}.`);
    const own = readFeed(response, now);
    if (own !== null) return { pageTitle: null, feeds: [await this.present(response.url, own)], unreadable: [] };
    const { text } = decodeDocument(response.bytes, { kind: 'html', contentType: response.contentType });
    const announced = discoverFeeds(text, response.url).slice(0, MOST_READ);
    const found = await this.readAll(
      announced.map((feed) => feed.url),
      now,
    );
    if (found.feeds.length === 0) {
      const usual = await this.readAll(usualFeedAddresses(response.url), now);
      found.feeds.push(...usual.feeds);
    }
    return { pageTitle: titleOf(text), ...found };
  }

  private async readAll(urls: readonly string[], now: Date): Promise<{ feeds: FoundFeed[]; unreadable: Unreadable[] }> {
    const feeds: FoundFeed[] = [];
    const unreadable: Unreadable[] = [];
    // Two at a time: they are all on one host.
    for (let from = 0; from < urls.length; from += 2) {
      const outcomes = await Promise.all(urls.slice(from, from + 2).map((url) => this.readOne(url, now)));
      for (const outcome of outcomes) {
        if ('code' in outcome) unreadable.push(outcome);
        else if (!feeds.some((feed) => feed.url === outcome.url)) feeds.push(outcome);
      }
    }
    return { feeds, unreadable };
  }

  private async readOne(url: string, now: Date): Promise<FoundFeed | Unreadable> {
    try {
      const response = await this.egress.fetch({ url, timeoutMs: PATIENCE_MS });
      if (response.status >= 400)
        return { url, code: `http.${response.status}`, message: `The server answered ${response.status}.` };
      const feed = readFeed(response, now);
      return feed === null
        ? { url, code: 'not-a-feed', message: 'The document is no feed.' }
        : await this.present(response.url, feed);
    } catch (error) {
      if (!(error instanceof EgressError)) throw error;
      return { url, code: error.code, message: error.message };
    }
  }

  private async present(url: string, feed: Feed): Promise<FoundFeed> {
    const entries = feed.entries.slice(0, SHOWN_ENTRIES).map((entry) => ({
      title: entry.title ?? '',
      url: entry.link,
      published: (entry.published ?? entry.updated)?.toISOString() ?? null,
    }));
    const followedAs = (await this.sources.byUrl(url))?.name ?? null;
    return { url, title: feed.title, language: feed.language, site: feed.link, followedAs, entries };
  }
}

function readFeed(response: EgressResponse, now: Date): Feed | null {
  try {
    return parseFeed(response.bytes, { contentType: response.contentType, url: response.url, now });
  } catch (error) {
    if (error instanceof FeedError) return null;
    throw error;
  }
}

function titleOf(html: string): string | null {
  const title = /<title[^>]{0,200}>([^<]{0,500})/i.exec(html.slice(0, 200_000))?.[1];
  return title === undefined ? null : htmlLine(title) || null;
}
