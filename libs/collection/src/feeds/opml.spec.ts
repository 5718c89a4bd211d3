import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError } from './feed-errors.js';
import { type OpmlFeed, parseOpml, writeOpml } from './opml.js';

describe('OPML', () => {
  it('reads folders, odd capitals and each address once', () => {
    const text = `<?xml version="1.0"?><OPML><body><outline text="Tech &amp; AI"><outline title="A" XMLURL="https://a.test/rss" htmlUrl="https://a.test/"/>
      <outline text="Deep"><outline type="rss" text="B" xmlUrl="feed://b.test/rss"/></outline></outline>
      <outline text="again" xmlUrl="https://a.test/rss"/><outline text="bad" xmlUrl="javascript:x"/></body></OPML>`;
    expect(parseOpml(text)).toEqual([
      { title: 'A', xmlUrl: 'https://a.test/rss', htmlUrl: 'https://a.test/', language: null, folders: ['Tech & AI'] },
      { title: 'B', xmlUrl: 'http://b.test/rss', htmlUrl: null, language: null, folders: ['Tech & AI', 'Deep'] },
    ]);
  });

  it('reads back what it writes', () => {
    const label = fc
      .string({ minLength: 1, maxLength: 12 })
      .map((text) => text.replace(/[\u0000-\u001f]/g, '').trim())
      .filter((text) => text !== '');
    const feed = fc.record({
      title: label,
      folders: fc.array(label, { maxLength: 2 }),
      htmlUrl: fc.constantFrom(null, 'https://s.test/?a=1&b=2'),
      language: fc.constantFrom(null, 'zh-CN'),
    });
    fc.assert(
      fc.property(fc.array(feed, { maxLength: 6 }), (list) => {
        const feeds: OpmlFeed[] = list.map((entry, index) => ({ ...entry, xmlUrl: `https://s.test/${index}?x="&y='` }));
        const back = parseOpml(writeOpml(feeds, 'List <1>', new Date(0)));
        expect(new Set(back.map((entry) => JSON.stringify(entry)))).toEqual(
          new Set(
            feeds.map((entry) =>
              JSON.stringify({
                title: entry.title,
                xmlUrl: entry.xmlUrl,
                htmlUrl: entry.htmlUrl,
                language: entry.language,
                folders: entry.folders,
              }),
            ),
          ),
        );
      }),
    );
  });

  it('says when it is no OPML', () => {
    expect(() => parseOpml('<rss/>')).toThrow(FeedError);
  });
});
