import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.js';

const now = new Date('2026-03-10T12:00:00Z');
const paragraphs = [
  'The harbour office said on Monday that the new ferry line will open before the summer holidays begin.',
  'Travellers will need some forty minutes for the crossing, half of what the drive around the bay takes today.',
  'The company expects to sell two hundred thousand tickets a year, and has ordered a second vessel in case it does.',
];
const prose = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
const page = (head: string, body: string, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`;

const CHINESE = [
  '港务局周一表示，新的渡轮航线将在暑假开始之前开通，全程大约需要四十分钟。',
  '这家公司预计每年售出二十万张船票，并且已经订购了第二艘渡轮，以应对客流高峰。',
  '附近居民担心码头周围的停车问题，市政府答应在年底以前扩建停车场，并增加公交班次。',
];

describe('extractPage', () => {
  it('keeps the paragraphs and drops what surrounds them', () => {
    const { text, title } = extractPage(
      page(
        '<title>Ferry line opens in June | Bay Herald</title><meta property="og:site_name" content="Bay Herald">',
        `<nav><a href="/">Home</a> <a href="/news">News</a></nav>
         <h1>Ferry line opens in June</h1>
         <div class="share-bar"><a href="#">Share this</a></div>
         <div class="article-body">${prose}<p>Photo: A. Sailor</p>
           <div class="related-posts"><h3>Related</h3><ul><li><a href="/1">Bridge closed</a></li></ul></div>
         </div>
         <div id="comments"><p>First! I have been waiting for this ferry for ten years, honestly, and so has my dog.</p></div>
         <footer><p>Copyright © Bay Herald. All rights reserved, and then some more words about it.</p></footer>`,
      ),
    );
    expect(title).toBe('Ferry line opens in June');
    expect(text.split('\n')).toEqual(paragraphs);
  });

  it('keeps lists and headings between the paragraphs', () => {
    const { text } = extractPage(
      page(
        '',
        `<article>${prose}<h2>Prices</h2><ul><li>Adults: 8 euros</li><li>Children: 4 euros</li></ul>${prose}</article>`,
      ),
    );
    expect(text).toContain('Prices\nAdults: 8 euros\nChildren: 4 euros');
  });

  it('reads a Chinese portal’s page: section names, editor, picture source and tail', () => {
    const result = extractPage(
      page(
        '<title>新渡轮航线六月开通|渡轮_海湾财经_海湾网</title>',
        `<h1>新渡轮航线六月开通</h1><div class="post_info">2026-03-09 08:30:00　来源: 海湾日报</div>
         <div class="post_body"><p>图片来源：海湾日报</p>${CHINESE.map((line) => `<p>　　${line}</p>`).join('')}
         <p>（责任编辑：王一）</p></div><div class="tie-area"><p>相关阅读</p></div>`,
        'zh-CN',
      ),
      { now },
    );
    expect(result.title).toBe('新渡轮航线六月开通');
    expect(result.text.split('\n')).toEqual(CHINESE);
    // Chinese wall-clock time.
    expect(result.published?.toISOString()).toBe('2026-03-09T00:30:00.000Z');
    expect(result.publishedOffset).toBe(480);
    expect(result.lang).toBe('zh-CN');
  });

  it('reads what structured data say, in a graph too', () => {
    const data = {
      '@graph': [
        { '@type': 'Organization', name: 'Bay Herald' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ferry line opens in June',
          datePublished: '2026-03-09T23:30:00-05:00',
          dateModified: '2026-03-10T09:00:00Z',
          author: [{ '@type': 'Person', name: 'Ann Sailor' }, { name: 'Bo Diver' }],
          publisher: { '@type': 'Organization', name: 'Bay Herald' },
          isAccessibleForFree: 'False',
        },
      ],
    };
    const result = extractPage(
      page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`, `<main>${prose}</main>`),
      { now, url: 'https://bay.example/ferry' },
    );
    expect(result).toMatchObject({
      title: 'Ferry line opens in June',
      byline: 'Ann Sailor, Bo Diver',
      site: 'Bay Herald',
      publishedOffset: -300,
      paywalled: true,
    });
    expect(result.published?.toISOString()).toBe('2026-03-10T04:30:00.000Z');
    expect(result.modified?.toISOString()).toBe('2026-03-10T09:00:00.000Z');
  });

  it('believes the day that most of the page names', () => {
    const result = extractPage(
      page(
        '<script type="application/ld+json">{"@type":"Article","datePublished":"2026-01-05"}</script>',
        `<h1>Ferry</h1><p class="date">March 3, 2026</p><time datetime="2026-03-03">3 March</time>${prose}`,
      ),
      { now },
    );
    expect(result.published?.toISOString().slice(0, 10)).toBe('2026-03-03');
  });

  it('counts from now only where the page tells no date', () => {
    const ago = '<h1>Ferry</h1><span class="time">3 hours ago</span>';
    expect(extractPage(page('', `${ago}${prose}`), { now }).published?.toISOString()).toBe('2026-03-10T09:00:00.000Z');
    const told = extractPage(page('', `${ago}<p class="date">3 March 2026</p>${prose}`), { now });
    expect(told.published?.toISOString().slice(0, 10)).toBe('2026-03-03');
  });

  it.each([
    ['an open order of day and month', '<p class="date">03/04/2025</p>'],
    ['the future', '<p class="date">3 April 2031</p>'],
    ['a copyright year', '<p>© 2025 Bay Herald</p>'],
  ])('has no date rather than a wrong one: %s', (_, markup) => {
    expect(extractPage(page('', `<h1>Ferry</h1>${markup}${prose}`), { now }).published).toBeNull();
  });

  it.each([
    [
      'a kicker and a date',
      '<h1><span class="kicker">Harbour</span> Ferry line opens in June <small>3 March</small></h1>',
    ],
    ['the site’s name', '<h1><a href="/">Bay Herald</a></h1><h2>Ferry line opens in June</h2>'],
    ['a mark before it', '<h1><span class="overline">Harbour</span>: Ferry line opens in June</h1>'],
  ])('finds the headline beside %s', (_, heading) => {
    const head = '<title>Ferry line opens in June - Bay Herald</title>';
    const result = extractPage(page(head, `${heading}${prose}`), { url: 'https://bay.example/ferry' });
    expect(result.title).toBe('Ferry line opens in June');
    expect(result.text.split('\n')).toEqual(paragraphs);
  });

  it('keeps paragraphs that templates name like details, and drops captions and forms', () => {
    const named = paragraphs.map((text) => `<p class="tag-style-1">${text}</p>`);
    named.splice(1, 0, '<p>The new vessel at the quay. Photo: A. Sailor/Bay Herald</p>');
    const form = '<form><p>I agree that my data are stored, and that somebody writes to me now and then.</p></form>';
    const { text } = extractPage(page('', `<main>${named.join('')}${form}</main>`));
    expect(text.split('\n')).toEqual(paragraphs);
  });

  it('reads a page whose head never ends', () => {
    const { text } = extractPage(`<html><head><title>Ferry</title><div>${prose}</div></html>`);
    expect(text.split('\n')).toEqual(paragraphs);
  });

  it('tells times of UTC on the day of the page’s country', () => {
    const head = '<meta property="article:published_time" content="2026-03-09T23:30:00Z">';
    const { published, publishedOffset } = extractPage(page(head, prose, 'de'), { now });
    expect(published?.toISOString()).toBe('2026-03-09T23:30:00.000Z');
    expect(publishedOffset).toBe(60);
  });

  it('takes the date of the article before those of its header, its neighbours and its events', () => {
    const body = `<header class="topbar"><time datetime="2026-03-10">Today</time></header>
      <nav><a href="/">Home</a></nav><h1>Ferry line opens in June</h1><div>Ann Sailor, 3 March 2026</div>${prose}
      <p>The first ferry will leave on 1 March 2026 at noon.</p>
      <div class="related"><time datetime="2026-02-01">1 February 2026</time> Bridge closed</div>`;
    const { published } = extractPage(page('<title>Ferry line opens in June</title>', body), { now });
    expect(published?.toISOString().slice(0, 10)).toBe('2026-03-03');
  });

  it('finds the text that only scripts would draw', () => {
    const body = JSON.stringify(prose).slice(1, -1).replaceAll('<', '\\u003c');
    const result = extractPage(page('', `<div id="app"></div><script>window.data = {"content": "${body}"}</script>`));
    expect(result.text.split('\n')).toEqual(paragraphs);
  });

  it('reads a page with several bodies, or none', () => {
    expect(extractPage(prose).text.split('\n')).toEqual(paragraphs);
    expect(extractPage(`<html><body></body><body>${prose}</body></html>`).text.split('\n')).toEqual(paragraphs);
  });

  it('tells a consent wall', () => {
    expect(extractPage(page('<title>Before you continue</title>', '<p>We use cookies.</p>')).walled).toBe(true);
    expect(extractPage(page('', `<article>${prose}</article>`)).walled).toBe(false);
  });

  it('finds the next page and the AMP edition', () => {
    const result = extractPage(
      page(
        '<link rel="amphtml" href="/ferry/amp">',
        `${prose}<div class="pages"><a href="ferry_2.html">下一页</a><a href="other.html">下一页</a></div>`,
      ),
      { url: 'https://bay.example/news/ferry.html' },
    );
    expect(result.nextPage).toBe('https://bay.example/news/ferry_2.html');
    expect(result.ampLink).toBe('https://bay.example/ferry/amp');
  });

  it.each([
    ['nothing', ''],
    ['deep nesting', '<div>'.repeat(100_000)],
    ['opening brackets', '<'.repeat(1_000_000)],
    ['an endless comment', '<!--'.repeat(100_000)],
    ['an embedded picture', `<img src="data:image/png;base64,${'A'.repeat(3_000_000)}">`],
    ['null characters', '\0'.repeat(10_000)],
    ['endless meta data', '<meta name="date" content="2025">'.repeat(20_000)],
  ])('survives %s', (_, html) => {
    expect(extractPage(html, { now }).text).toBe('');
  });
});
