import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError } from './feed-errors.js';
import { parseFeed } from './parse-feed.js';

const rss = (channel: string, attributes = ''): string =>
  `<rss version="2.0"${attributes}><channel>${channel}</channel></rss>`;
const first = (text: string, url?: string) => parseFeed(text, { url }).entries[0]!;

describe('parseFeed: formats', () => {
  it('reads RSS 2.0 with its extensions', () => {
    const feed = parseFeed(
      rss(
        `<title>语音周报</title><link>https://weekly.test/</link><description>Voices &amp;amp; models</description><language>zh_CN</language>
         <lastBuildDate>Tue, 10 Mar 2026 08:30:00 GMT</lastBuildDate><ttl>90</ttl><skipHours><hour>0</hour><hour>23</hour></skipHours>
         <atom:link rel="self" href="https://weekly.test/rss"/><image><url>/logo.png</url><link>https://other.test/</link></image>
         <item><title>First &lt;b&gt;model&lt;/b&gt;</title><link>/a/1</link><guid isPermaLink="false">n1</guid>
           <pubDate>Mon, 09 Mar 2026 10:00:00 +0800</pubDate><dc:creator>陈小明</dc:creator><category>AI</category><category>Speech</category>
           <description><![CDATA[<p>Short</p>]]></description><content:encoded><![CDATA[<p>Long <a href="../x">x</a></p>]]></content:encoded>
           <enclosure url="https://cdn.test/1.mp3" type="audio/mpeg" length="1000"/></item>`,
      ),
      { url: 'https://weekly.test/rss/feed.xml' },
    );
    expect(feed).toMatchObject({
      format: 'rss',
      title: '语音周报',
      link: 'https://weekly.test/',
      description: 'Voices &amp; models',
      language: 'zh-CN',
      updated: new Date('2026-03-10T08:30:00Z'),
      self: 'https://weekly.test/rss',
      ttl: 90,
      skipHours: [0, 23],
      image: 'https://weekly.test/logo.png',
    });
    expect(feed.entries).toEqual([
      {
        id: 'n1',
        title: 'First model',
        link: 'https://weekly.test/a/1',
        published: new Date('2026-03-09T02:00:00Z'),
        updated: null,
        authors: ['陈小明'],
        summary: '<p>Short</p>',
        content: '<p>Long <a href="https://weekly.test/x">x</a></p>',
        categories: ['AI', 'Speech'],
        language: null,
        media: [{ url: 'https://cdn.test/1.mp3', type: 'audio/mpeg', length: 1000, medium: 'audio' }],
        source: null,
      },
    ]);
  });

  it('reads Atom with bases, types and people', () => {
    const entry = first(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lab.test/blog/" xml:lang="en"><author><name>Lab</name></author>
       <entry xml:base="2026/"><id>tag:lab.test,2026:1</id><title type="html">Fast &amp;amp; small</title><link href="one"/>
       <link rel="enclosure" href="one.pdf" type="application/pdf"/><updated>2026-03-10T08:30:00Z</updated>
       <summary type="text">1 &lt; 2</summary>
       <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()">See <a href="two">two</a></p></div></content></entry></feed>`,
    );
    expect(entry).toMatchObject({
      id: 'tag:lab.test,2026:1',
      title: 'Fast & small',
      link: 'https://lab.test/blog/2026/one',
      published: new Date('2026-03-10T08:30:00Z'),
      authors: ['Lab'],
      summary: '1 &lt; 2',
      content: '<div><p>See <a href="https://lab.test/blog/2026/two">two</a></p></div>',
      language: 'en',
      media: [{ url: 'https://lab.test/blog/2026/one.pdf', type: 'application/pdf' }],
    });
  });

  it('reads RDF, Atom 0.3, CDF, JSON Feed and news sitemaps', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>R</title></channel><item rdf:about="https://r.test/1"><title>One</title></item></rdf:RDF>`;
    expect(parseFeed(rdf)).toMatchObject({
      format: 'rdf',
      title: 'R',
      entries: [{ id: 'https://r.test/1', title: 'One' }],
    });
    const atom03 = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline mode="escaped">T</tagline><entry><title mode="base64">T25l</title><issued>2026-03-10</issued></entry></feed>`;
    expect(parseFeed(atom03)).toMatchObject({ format: 'atom', description: 'T', entries: [{ title: 'One' }] });
    const cdf = `<CHANNEL HREF="https://c.test/"><TITLE>C</TITLE><ITEM HREF="1.html" LASTMOD="2026-03-10"><TITLE>One</TITLE></ITEM></CHANNEL>`;
    expect(parseFeed(cdf)).toMatchObject({
      format: 'cdf',
      link: 'https://c.test/',
      entries: [{ link: 'https://c.test/1.html' }],
    });
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      items: [{ id: 7, content_text: 'a < b', tags: ['x'], authors: [{ name: 'N' }] }],
    });
    expect(parseFeed(json)).toMatchObject({
      format: 'json',
      entries: [{ id: '7', content: 'a &lt; b', categories: ['x'], authors: ['N'] }],
    });
    const sitemap = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://s.test/1</loc><n:news><n:publication><n:name>S</n:name><n:language>zh</n:language></n:publication><n:publication_date>2026-03-10T08:30+08:00</n:publication_date><n:title>新</n:title></n:news></url></urlset>`;
    expect(parseFeed(sitemap)).toMatchObject({
      format: 'sitemap',
      title: 'S',
      language: 'zh',
      entries: [{ link: 'https://s.test/1', title: '新', published: new Date('2026-03-10T00:30:00Z') }],
    });
  });

  it('reads podcasts and videos', () => {
    const podcast = first(
      rss(
        '<item><itunes:author>H</itunes:author><itunes:summary>S</itunes:summary><itunes:image href="https://p.test/i.jpg"/><itunes:keywords>a, b</itunes:keywords></item>',
      ),
    );
    expect(podcast).toMatchObject({
      authors: ['H'],
      summary: 'S',
      categories: ['a', 'b'],
      media: [{ url: 'https://p.test/i.jpg', medium: 'image' }],
    });
    const video = first(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><id>yt:video:x</id><link rel="alternate" href="https://v.test/x"/><media:group><media:title>V</media:title><media:content url="https://v.test/v" type="video/mp4"/><media:description>D &amp; E</media:description></media:group></entry></feed>`,
    );
    expect(video).toMatchObject({
      title: 'V',
      summary: 'D &amp; E',
      media: [{ url: 'https://v.test/v', type: 'video/mp4', medium: 'video' }],
    });
  });
});

describe('parseFeed: damage', () => {
  it('gives the entries so far of a document that breaks off anywhere', () => {
    const whole = rss(
      Array.from({ length: 5 }, (_, i) => `<item><title>T${i}</title><guid>g${i}</guid></item>`).join(''),
    );
    fc.assert(
      fc.property(fc.integer({ min: whole.indexOf('<item>') + 6, max: whole.length }), (length) => {
        const entries = parseFeed(whole.slice(0, length)).entries;
        const complete = whole.slice(0, length).split('</item>').length - 1;
        expect(entries.length).toBeGreaterThanOrEqual(complete);
        expect(entries.slice(0, complete).map(({ id }) => id)).toEqual(
          Array.from({ length: complete }, (_, i) => `g${i}`),
        );
      }),
    );
  });

  it('survives undeclared prefixes and entities, bare ampersands, HTML inside and unclosed elements', () => {
    const entry = first(
      rss(
        '<item><title>A &hellip; B & C</title><link>https://x.test/?a=1&b=2&copy=3</link><dc:date>2026-03-10</dc:date><description>one<br>two <b>three</description></item>',
      ),
    );
    expect(entry).toMatchObject({
      title: 'A … B & C',
      link: 'https://x.test/?a=1&b=2&copy=3',
      published: new Date('2026-03-10'),
      summary: 'one<br>two <b>three</b>',
    });
  });

  it('counts items that were never closed', () => {
    expect(
      parseFeed('<rss><channel><item><title>1</title><item><title>2</title></channel></rss>').entries.map(
        ({ title }) => title,
      ),
    ).toEqual(['1', '2']);
  });

  it('joins character data and CDATA, and keeps words in angle brackets', () => {
    expect(first(rss('<item><title>a <![CDATA[b & c]]> d</title></item>')).title).toBe('a b & c d');
    expect(first(rss('<item><title>/q?a=1&copy=2 &amp; on</title></item>')).title).toBe('/q?a=1&copy=2 & on');
    expect(first(rss('<item><title>List&lt;String&gt; in &lt;i&gt;Java&lt;/i&gt;</title></item>')).title).toBe(
      'List<String> in Java',
    );
  });

  it('names the maker of the feed where an entry names nobody, and no editor or web master', () => {
    const channel =
      '<itunes:author>Host</itunes:author><managingEditor>e@x.test (Ed)</managingEditor><webMaster>w@x.test</webMaster>';
    const two = '<item><title>1</title></item><item><author>g@x.test (Guest)</author></item>';
    expect(parseFeed(rss(channel + two)).entries.map(({ authors }) => authors)).toEqual([['Host'], ['Guest']]);
    expect(first(rss(channel.replace(/<itunes.*author>/, '') + two)).authors).toEqual([]);
  });

  it('derives an id that stays while the entry stays', () => {
    const item = (title: string, noise: string) =>
      rss(`${noise}<item><title>${title}</title><pubDate>2026-03-10</pubDate></item>`);
    const id = first(item('One', '')).id;
    expect(first(item('One', '<ttl>5</ttl>')).id).toBe(id);
    expect(first(item('Two', '')).id).not.toBe(id);
  });

  it('takes a permalink guid as link, and drops links that run code', () => {
    expect(first(rss('<item><guid>https://x.test/1</guid></item>')).link).toBe('https://x.test/1');
    expect(first(rss('<item><guid isPermaLink="false">https://x.test/1</guid></item>')).link).toBeNull();
    expect(first(rss('<item><link>java\nscript:alert(1)</link></item>')).link).toBeNull();
  });

  it('resolves relative links against the feed’s own site when its address is unknown', () => {
    expect(first(rss('<link>https://site.test/news/</link><item><link>1.html</link></item>')).link).toBe(
      'https://site.test/news/1.html',
    );
  });
});

describe('parseFeed: what is no feed, and attacks', () => {
  const codeOf = (document: string | Uint8Array): string => {
    try {
      parseFeed(document);
      return 'read';
    } catch (error) {
      return error instanceof FeedError ? error.code : String(error);
    }
  };

  it.each([
    ['', 'empty-document'],
    ['  \n', 'empty-document'],
    ['hello', 'not-a-feed'],
    ['<!doctype html><html><body><channel></channel></body></html>', 'not-a-feed'],
    ['<opml><body/></opml>', 'not-a-feed'],
    ['{"items": 3}', 'not-a-feed'],
    ['{"version": "https://jsonfeed.org/version/1.1"}', 'read'],
    ['{"items": [', 'not-a-feed'],
    ['[1]', 'not-a-feed'],
  ])('says of %j that it is %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('refuses entities that expand without measure, quickly', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('');
    expect(codeOf(`<!DOCTYPE rss [<!ENTITY a0 "ha">${levels}]>${rss('<title>&a9;</title>')}`)).toBe('entity-expansion');
    expect(codeOf(`<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>${rss('<title>&a;</title>')}`)).toBe(
      'entity-expansion',
    );
    expect(codeOf(`<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(20_000)}">]>${rss('&a;'.repeat(20_000))}`)).toBe(
      'entity-expansion',
    );
  });

  it('never opens external entities, and resolves internal ones', () => {
    const doctype = '<!DOCTYPE rss [<!ENTITY pub "Timbre Press"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(parseFeed(doctype + rss('<title>&pub;[&x;]</title>')).title).toBe('Timbre Press[]');
  });

  it('refuses deep nesting, in XML and in escaped HTML', () => {
    expect(codeOf(rss('<a>'.repeat(100_000)))).toBe('too-deep');
    expect(codeOf(rss(`<item><description><![CDATA[${'<div>'.repeat(100_000)}]]></description></item>`))).toBe(
      'too-deep',
    );
  });

  it('leaves prototypes alone', () => {
    parseFeed(rss('<__proto__ polluted="1"/><constructor><prototype polluted="1"/></constructor>'));
    parseFeed(
      '{"version":"https://jsonfeed.org/version/1","title":"t","items":[{"__proto__":{"polluted":1}}],"__proto__":{"polluted":1}}',
    );
    expect('polluted' in {}).toBe(false);
  });

  it('answers any bytes with a feed or a FeedError', () => {
    const pieces = fc.constantFrom(
      '<rss>',
      '<item>',
      '</item>',
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE ',
      '[',
      '&amp;',
      '&#x0;',
      '<title',
      '>',
      '"',
      '<feed>',
      '{',
      '<!--',
      '\u0000',
      '中',
      '<a:b c=',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 30 }), (parts) => {
        expect(codeOf(Buffer.from(parts.join('')))).toMatch(/^(?:read|not-a-feed|empty-document)$/);
      }),
    );
  });
});
