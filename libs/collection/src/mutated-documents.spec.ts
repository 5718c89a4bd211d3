import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeedDate } from './dates/parse-feed-date.js';
import { FeedError } from './feeds/feed-errors.js';
import { parseFeed } from './feeds/parse-feed.js';
import { sanitizeHtml } from './feeds/sanitize-html.js';
import { extractPage } from './pages/extract-page.js';

/** Pieces that documents break on. */
const PIECES = [
  '<', '>', '</', '/>', '"', "'", '&', '&amp;', '&#x110000;', ']]>', '<![CDATA[', '<!--', '-->', '\u0000', '\ud800', '中', '<p>',
  '</div>', '<table>', '<svg>', '<script>', '</script>', '<title>', '<time datetime="2026-02-30">', 'href="http://[::1"',
  'xml:base="//"', '<!DOCTYPE a [<!ENTITY b "&b;&b;">]>', '&b;', '{"@type":"Article","datePublished":[', '1.1.2026 ', '</html>',
]; // prettier-ignore

interface Mutation {
  at: number;
  kind: 'cut' | 'insert' | 'repeat' | 'move';
  piece: string;
  length: number;
  times: number;
}

/** A document after so many accidents: pieces lost, doubled, moved, or put in where they do not belong. */
function mutatedDocument(seeds: readonly string[]): fc.Arbitrary<string> {
  const mutation: fc.Arbitrary<Mutation> = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('cut', 'insert', 'repeat', 'move'),
    piece: fc.constantFrom(...PIECES),
    length: fc.integer({ min: 1, max: 200 }),
    times: fc.integer({ min: 1, max: 60 }),
  });
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(mutation, { minLength: 1, maxLength: 6 }))
    .map(([seed, mutations]) => mutations.reduce(mutate, seed));
}

function mutate(text: string, { at, kind, piece, length, times }: Mutation): string {
  const from = Math.floor(at * text.length);
  const [before, part, after] = [text.slice(0, from), text.slice(from, from + length), text.slice(from + length)];
  switch (kind) {
    case 'cut':
      return before + after;
    case 'insert':
      return before + piece.repeat(times) + part + after;
    case 'repeat':
      return before + part.repeat(times) + after;
    case 'move':
      return part + before + after;
  }
}

const now = new Date('2026-03-10T12:00:00Z');
const prose = '<p>The harbour office said on Monday that the new ferry line will open before the summer.</p>'.repeat(4);
const FEEDS = [
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bay</title>
   <link>https://bay.example/</link><item><title>One &amp; two</title><link>/1</link><guid>1</guid>
   <pubDate>Mon, 09 Mar 2026 08:00:00 GMT</pubDate><content:encoded><![CDATA[${prose}]]></content:encoded></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://bay.example/"><title>Bay</title><entry><id>a</id>
   <title type="html">One &lt;b&gt;two&lt;/b&gt;</title><link href="1"/><updated>2026-03-09T08:00:00Z</updated>
   <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${prose}</div></content></entry></feed>`,
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Bay',
    items: [{ id: '1', content_html: prose }],
  }),
];
const PAGES = [
  `<!doctype html><html lang="en"><head><title>Ferry | Bay</title><meta property="article:published_time" content="2026-03-09">
   <script type="application/ld+json">{"@type":"Article","headline":"Ferry","datePublished":"2026-03-09T08:00:00Z"}</script></head>
   <body><nav><ul><li><a href="/">Home</a></ul></nav><article><h1>Ferry</h1><time datetime="2026-03-09">9 March 2026</time>
   ${prose}<table><tr><td>1</td></tr></table><a rel="next" href="?page=2">Next</a></article></body></html>`,
  `<html lang="zh"><title>渡轮_海湾网</title><h1>渡轮</h1><div class="info">2026年3月9日 08:30 来源：海湾日报</div>
   <div class="content"><p>港务局周一表示，新的渡轮航线将在暑假开始之前开通，全程大约需要四十分钟。</p></div></html>`,
];

/** What was read; the given value where the document was refused with a reason. */
function unlessRefused<Value>(read: () => Value, refused: Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof FeedError) return refused;
    throw error;
  }
}

describe('documents after accidents', () => {
  it('gives a feed or says what is wrong with it', () => {
    fc.assert(
      fc.property(mutatedDocument(FEEDS), (document) => {
        expect(Array.isArray(unlessRefused(() => parseFeed(document, { now }).entries, []))).toBe(true);
      }),
    );
  });

  it('gives a page, with a date that somebody can have published on', () => {
    fc.assert(
      fc.property(mutatedDocument(PAGES), (document) => {
        const { text, published } = extractPage(document, { url: 'https://bay.example/ferry', now });
        expect(text).not.toContain('\0');
        if (published) expect(published.getTime()).toBeLessThan(now.getTime() + 3 * 86_400_000);
      }),
      { numRuns: 40 },
    );
  });

  it('gives HTML without scripts', () => {
    fc.assert(
      fc.property(mutatedDocument([...FEEDS, ...PAGES]), (document) => {
        const html = unlessRefused(() => sanitizeHtml(document.slice(0, 20_000), 'https://bay.example/'), '');
        expect(html).not.toMatch(/<script|<!--|javascript:/i);
      }),
    );
  });

  it('gives an instant or nothing for every piece of text', () => {
    fc.assert(
      fc.property(mutatedDocument(FEEDS), fc.nat(2_000), fc.nat(150), (document, from, length) => {
        const date = parseFeedDate(document.slice(from, from + length), now);
        if (date) expect(Number.isFinite(date.getTime())).toBe(true);
      }),
    );
  });
});
