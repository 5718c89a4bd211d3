/**
 * How fast feeds are read, sanitising and dates included, against the parser below (htmlparser2 with its own reader of
 * feeds) on the same markup: the feed and the HTML in it, which no reader can sanitise without parsing. For comparison
 * also against feedsmith, which leaves that HTML as it is.
 */
import { parseFeed } from '@timbre/collection/reading';
import { parseDocument, parseFeed as parseAlone } from 'htmlparser2';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import type { Measurement } from './benchmark.js';
import { type MadeFeed, madeFeeds } from './made-feeds.js';
import { fastestOf } from './processor-time.js';

export const name = 'feeds';

const FEEDS = 40;
const LEAST = 0.7;
const url = 'https://outlet.example/feed';

export function run(): Promise<Measurement[]> {
  return Promise.resolve([
    ...compared('headlines and summaries', madeFeeds(FEEDS, 0)),
    ...compared('whole articles', madeFeeds(FEEDS, 600)),
    growth(),
  ]);
}

function compared(what: string, feeds: readonly MadeFeed[]): Measurement[] {
  const ours = fastestOf(() => feeds.forEach(({ document }) => parseFeed(document, { url })));
  const alone = fastestOf(() =>
    feeds.forEach(({ document, texts }) => {
      parseAlone(document, { xmlMode: true });
      for (const text of texts) parseDocument(text);
    }),
  );
  const feedsmith = fastestOf(() => feeds.forEach(({ document }) => parseWithFeedsmith(document)));
  const megabytes = feeds.reduce((sum, { document }) => sum + document.length, 0) / 1e6;
  const ratio = alone / ours;
  return [
    { name: `${what}: feeds`, value: (1000 * feeds.length) / ours, unit: 'feeds/s' },
    { name: `${what}: bytes`, value: (1000 * megabytes) / ours, unit: 'MB/s' },
    {
      name: `${what}: speed against the parser alone`,
      value: ratio,
      unit: '×',
      goal: `≥ ${LEAST} ×`,
      met: ratio >= LEAST,
    },
    { name: `${what}: speed against feedsmith`, value: feedsmith / ours, unit: '×' },
  ];
}

/** Ten times the entries take ten times as long. */
function growth(): Measurement {
  const feed = madeFeeds(1, 300)[0]!.document;
  const start = feed.indexOf('<item>');
  const items = feed.slice(start, feed.indexOf('</channel>'));
  const long = feed.slice(0, start) + items.repeat(10) + feed.slice(start + items.length);
  const times = fastestOf(() => parseFeed(long)) / fastestOf(() => Array.from({ length: 10 }, () => parseFeed(feed)));
  return {
    name: 'ten times the entries against ten feeds',
    value: times,
    unit: '×',
    goal: '≤ 1.3 ×',
    met: times <= 1.3,
  };
}
