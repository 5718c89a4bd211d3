import { expect, it } from 'vitest';
import { parseFeed } from '../feeds/parse-feed.js';
import { feedEntries } from './feed-entries.js';

const now = new Date('2026-03-01T12:00:00Z');
const entriesOf = (items: string) =>
  feedEntries(parseFeed(`<rss version="2.0"><channel><title>F</title>${items}</channel></rss>`), now);
const item = (guid: string, n: number, more = '') =>
  `<item><guid isPermaLink="false">${guid}</guid><title>${n}</title><link>https://a.test/${n}</link>${more}</item>`;

it('tells entries apart that a feed gives one guid, and keeps good guids', () => {
  const entries = entriesOf(item('same', 1) + item('same', 2) + item('own', 3));
  expect(new Set(entries.map(({ key }) => key)).size).toBe(3);
  expect(entriesOf(item('own', 4))[0]?.key).toBe(entries[2]?.key);
});

it('takes an entry that comes twice for one', () => {
  const entries = entriesOf(item('same', 1) + item('same', 1));
  expect(new Set(entries.map(({ key }) => key)).size).toBe(1);
});

it('believes no date from tomorrow on', () => {
  const [entry] = entriesOf(item('a', 1, '<pubDate>Fri, 01 Jan 2100 10:00:00 GMT</pubDate>'));
  expect(entry?.announced.published).toBeNull();
});
