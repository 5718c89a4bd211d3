import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../pages/extracted-page.js';
import { articleDraft } from './article-draft.js';

const now = new Date('2026-03-01T00:00:00Z');
const entry = {
  url: 'https://a.example/1?utm_source=rss',
  title: 'Title',
  text: 'Teaser.',
  byline: null,
  published: '2026-02-28T10:00:00.000Z',
  lang: 'en',
};
const page: ExtractedPage = {
  url: 'https://a.example/1',
  canonicalLink: null,
  title: 'Page title',
  byline: 'Ann',
  site: null,
  published: new Date('2026-02-01'),
  publishedOffset: null,
  modified: null,
  lang: 'en-GB',
  text: 'Long. '.repeat(60),
  paywalled: false,
  walled: false,
  nextPage: null,
  ampLink: null,
};

describe('articleDraft', () => {
  it('takes the page’s words and byline, the feed’s title and date', () => {
    expect(articleDraft('s', entry, page, now)).toMatchObject({
      title: 'Title',
      text: page.text,
      byline: 'Ann',
      published: new Date(entry.published),
      canonicalUrl: 'https://a.example/1',
      dated: true,
    });
  });

  it('keeps the feed’s words where the page is a consent wall', () => {
    const full = { ...entry, text: 'The whole article. '.repeat(40) };
    expect(articleDraft('s', full, { ...page, text: 'We value your privacy.' }, now)?.text).toBe(full.text);
  });

  it('is undated where neither has a date', () => {
    const draft = articleDraft('s', { ...entry, published: null }, null, now);
    expect(draft).toMatchObject({ dated: false, collected: now });
    expect(draft?.published).toBeUndefined();
  });

  it('is nothing without words', () => {
    expect(articleDraft('s', { ...entry, title: ' ', text: '' }, null, now)).toBeNull();
  });
});
