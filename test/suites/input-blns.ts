import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createAnalyzer,
  createTopicTest,
  loadDefaultCatalogue,
  loadResources,
  parseQuery,
  TopicQueryError,
} from '@timbre/analysis';
import {
  canonicalUrl,
  discoverFeeds,
  FeedError,
  htmlText,
  InvalidUrlError,
  isAllowed,
  parseFeed,
  parseFeedDate,
  parseRobots,
  sanitizeHtml,
} from '@timbre/collection/reading';
import { extractPage } from '@timbre/collection/pages';
import { resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'input-blns';
export const goal = 'every string through every door: an answer or a typed refusal, offsets inside the text';

/** Refusals that tell a person what to do. */
const TYPED = [FeedError, TopicQueryError, InvalidUrlError];

export async function run(dir: string): Promise<SuiteResult> {
  const strings = JSON.parse(readFileSync(path.join(dir, 'blns.json'), 'utf8')) as string[];
  const resources = loadResources();
  const analyzer = createAnalyzer(resources);
  const defaultCatalogue = loadDefaultCatalogue();
  const catalogue = analyzer.compile(defaultCatalogue);
  const doors: Record<string, (text: string) => unknown> = {
    analyze: (text) => analyzer.analyze({ id: text, text, title: text }, catalogue),
    'analyze in a sentence': (text) =>
      analyzer.analyze({ id: '1', text: `OpenAI praised ${text}, he said.` }, catalogue),
    'topic query': (text) => (parseQuery(text), createTopicTest(text, defaultCatalogue, resources)('OpenAI', text)),
    'topic text': (text) => createTopicTest('OpenAI OR "AGI"', defaultCatalogue, resources)(text, text),
    'feed, raw': (text) => parseFeed(feedWith(text), { url: 'https://a.test/feed' }),
    'feed, escaped': (text) => sameTitle(text, parseFeed(feedWith(escaped(text)), { url: 'https://a.test/feed' })),
    'feed, JSON': (text) =>
      parseFeed(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: text, items: [{ id: text, url: text, title: text, content_html: text, date_published: text }] })), // prettier-ignore
    'feed, bytes': (text) => parseFeed(Buffer.from(text), { contentType: text.replace(/[^\x20-\x7e]/g, '') }),
    page: (text) => extractPage(pageWith(text), { url: 'https://a.test/', now: new Date('2026-03-01T12:00:00Z') }),
    sanitizeHtml,
    htmlText,
    discoverFeeds: (text) => discoverFeeds(text, 'https://a.test/'),
    'url clean': (text) => canonicalUrl(text),
    'url clean, parameter': (text) => idempotent(`https://a.test/?q=${text}`),
    date: (text) => parseFeedDate(text),
    robots: (text) => isAllowed(parseRobots(`User-agent: ${text}\nDisallow: ${text}`), text, `https://a.test/${text}`),
  };
  return resultOf(
    strings.map((text) => {
      const problems = Object.entries(doors).flatMap(([door, open]) => {
        const problem = attempt(() => open(text), text);
        return problem === null ? [] : [`${door} ${problem}`];
      });
      return problems.length === 0 ? null : `${JSON.stringify(text).slice(0, 60)}: ${problems.join('; ')}`;
    }),
    1,
  );
}

function attempt(open: () => unknown, text: string): string | null {
  try {
    const answer = open();
    if (isWrong(answer)) return answer.wrong;
    const body = hasText(answer) ? answer.text : text;
    const outside = badSpan(answer, body.length);
    return outside === null ? null : `has an offset outside the text: ${outside}`;
  } catch (error) {
    return TYPED.some((type) => error instanceof type) ? null : `throws ${String(error).slice(0, 100)}`;
  }
}

const hasText = (answer: unknown): answer is { text: string } =>
  typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string';
const isWrong = (answer: unknown): answer is { wrong: string } =>
  typeof answer === 'object' && answer !== null && 'wrong' in answer && typeof answer.wrong === 'string';

/** The first {from, to} anywhere inside that is no part of a text of this length. */
function badSpan(value: unknown, length: number): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { from, to } = value as { from?: unknown; to?: unknown };
  if (typeof from === 'number' && typeof to === 'number' && !(from >= 0 && from < to && to <= length))
    return `${from}–${to} of ${length}`;
  return Object.values(value).reduce<string | null>((found, inner) => found ?? badSpan(inner, length), null);
}

const feedWith = (text: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${text}</title><item><guid>${text}</guid><link>${text}</link><title>${text}</title><description>${text}</description><pubDate>${text}</pubDate></item></channel></rss>`;
const pageWith = (text: string): string =>
  `<html lang="${text}"><head><title>${text}</title><meta property="og:title" content="${text}"><meta property="article:published_time" content="${text}"></head><body><article><h1>${text}</h1><p>${text}</p><time datetime="${text}">${text}</time></article></body></html>`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Plain strings come through a feed as they were, but for white space and characters that XML does not know. */
function sameTitle(text: string, feed: { entries: { title: string | null }[] }): unknown {
  if (!/^[\p{L}\p{N} .,!?]+$/u.test(text)) return null;
  const title = feed.entries[0]?.title ?? '';
  return title === text.replace(/\s+/g, ' ').trim() ? null : { wrong: `gives ${JSON.stringify(title)} back` };
}

function idempotent(url: string): unknown {
  const once = canonicalUrl(url);
  return canonicalUrl(once) === once ? null : { wrong: `is not stable: ${once}` };
}
