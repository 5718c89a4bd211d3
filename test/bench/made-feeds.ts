import { textMaker } from './made-texts.js';

interface MadeEntry {
  title: string;
  summary: string;
  content: string;
  day: number;
}

function entriesOf(feed: number, count: number, words: number): MadeEntry[] {
  const texts = textMaker(1000 + feed);
  return Array.from({ length: count }, (_, index) => ({
    title: texts.words(9),
    summary: texts.words(40),
    content: Array.from({ length: Math.ceil(words / 60) }, (_unused, part) => {
      const paragraph = texts.words(60);
      return part % 3 === 2
        ? `<p>${paragraph} <a href="/story/${index}?part=${part}">${texts.words(4)}</a></p><img src="/i/${index}.jpg" alt="">`
        : `<p>${paragraph}</p>`;
    }).join('\n'),
    day: 1 + (index % 28),
  }));
}

const rss = (entries: MadeEntry[], feed: number): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Feed ${feed}</title><link>https://outlet${feed}.example/</link><description>News of outlet ${feed}</description>
${entries
  .map(
    ({ title, summary, content, day }, index) => `<item>
<title>${title}</title><link>https://outlet${feed}.example/story/${index}</link>
<guid isPermaLink="false">${feed}-${index}</guid><dc:creator>Ann Sailor</dc:creator><category>Harbour</category>
<pubDate>${new Date(Date.UTC(2026, 2, day, 8)).toUTCString()}</pubDate>
<description>${summary} &amp; more</description><content:encoded><![CDATA[${content}]]></content:encoded></item>`,
  )
  .join('\n')}
</channel></rss>`;

const atom = (entries: MadeEntry[], feed: number): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed ${feed}</title><link href="https://outlet${feed}.example/"/>
<id>urn:feed:${feed}</id><updated>2026-03-28T08:00:00Z</updated>
${entries
  .map(
    ({ title, summary, content, day }, index) => `<entry><title>${title}</title>
<link href="https://outlet${feed}.example/story/${index}"/><id>urn:entry:${feed}:${index}</id>
<author><name>Bo Diver</name></author><published>${new Date(Date.UTC(2026, 2, day, 8)).toISOString()}</published>
<updated>${new Date(Date.UTC(2026, 2, day, 9)).toISOString()}</updated><summary>${summary}</summary>
<content type="html">${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content></entry>`,
  )
  .join('\n')}
</feed>`;

/** A feed and the HTML of its entries. */
export interface MadeFeed {
  document: string;
  texts: string[];
}

/** Feeds as outlets offer them, RSS and Atom in turn: thirty entries with a summary and so many words of content each. */
export const madeFeeds = (count: number, words: number): MadeFeed[] =>
  Array.from({ length: count }, (_, feed) => {
    const entries = entriesOf(feed, 30, words);
    return {
      document: (feed % 2 === 0 ? rss : atom)(entries, feed),
      texts: entries.flatMap(({ summary, content }) => [`${summary} &amp; more`, content]),
    };
  });
