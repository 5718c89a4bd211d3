import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parseFeedDate } from '../dates/parse-feed-date.js';
import type { ExtractedPage, ExtractPageOptions } from './extracted-page.js';

/** Reduces an HTML page to its article. Pages without one give an empty text. */
export function extractPage(html: string, options: ExtractPageOptions = {}): ExtractedPage {
  const { document } = parseHTML(html);
  const meta = (...names: string[]) => {
    for (const name of names) {
      const content = document
        .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
        ?.getAttribute('content')
        ?.trim();
      if (content) return content;
    }
    return null;
  };
  const published = meta('article:published_time', 'pubdate', 'publishdate', 'date', 'DC.date.issued');
  const facts = {
    url: options.url ?? null,
    canonicalLink: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
    site: meta('og:site_name'),
    published: published === null ? null : parseFeedDate(published, options.now),
    modified: null,
    lang: document.documentElement?.getAttribute('lang') || null,
  };
  const title = meta('og:title') ?? (document.querySelector('title')?.textContent?.trim() || null);
  const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: 100,
  }).parse();
  return {
    ...facts,
    title: title ?? article?.title ?? null,
    byline: article?.byline ?? meta('author'),
    text: (article?.textContent ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  };
}
