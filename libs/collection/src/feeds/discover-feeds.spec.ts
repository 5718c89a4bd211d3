import { describe, expect, it } from 'vitest';
import { discoverFeeds } from './discover-feeds.js';

const PAGE = 'https://www.news.test/section/';
const urls = (html: string): string[] => discoverFeeds(html, PAGE).map(({ url }) => url);

describe('discoverFeeds', () => {
  it('lists announced feeds first, comment feeds after articles, then links that look like feeds', () => {
    const html = `<head><base href="/b/"><link rel="ALTERNATE stylesheet" type="application/rss+xml; charset=utf-8" title="Comments" href="comments.xml">
      <link rel=alternate type=application/atom+xml href=atom.xml title="All &amp; more"><link rel="feed" href="https://cdn.test/f">
      <link rel="alternate" type="application/json+oembed" href="/oembed"><link rel="alternate" hreflang="en" href="/en"></head>
      <body><a href="/rss">RSS</a> <a href="https://other.test/feed">theirs</a> <a href="feed://www.news.test/tech/feed/">Tech</a> <a href="/feedback">Feedback</a></body>`;
    expect(urls(html)).toEqual([
      'https://www.news.test/b/atom.xml',
      'https://cdn.test/f',
      'https://www.news.test/b/comments.xml',
      'https://www.news.test/rss',
      'http://www.news.test/tech/feed/',
    ]);
    expect(discoverFeeds(html, PAGE)[0]).toMatchObject({ title: 'All & more', via: 'link' });
  });

  it('gives each address once, and none that is no web address', () => {
    expect(
      urls(
        '<link rel=alternate type=application/rss+xml href=/a><link rel=alternate type=text/xml href=/a><link rel=feed href="javascript:x"><link rel=feed href="">',
      ),
    ).toEqual(['https://www.news.test/a']);
  });

  it('keeps what was announced before a page nests without end', () => {
    // Quadratic work would not end within the test's time.
    expect(urls(`<link rel=feed href=/a>${'<div>'.repeat(150_000)}`)).toEqual(['https://www.news.test/a']);
  });
});
