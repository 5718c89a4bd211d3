import { describe, expect, it } from 'vitest';
import { DoorError } from './door-error.js';
import { itemMapper } from './map-json-items.js';

const now = new Date('2026-03-10T12:00:00Z');
const context = { url: 'https://api.example/v1/list', now };
const announced = (mapping: Parameters<typeof itemMapper>[0], document: unknown) =>
  itemMapper(mapping)(document, context).entries.map((entry) => entry.announced);

describe('itemMapper', () => {
  it('reads nested fields, makes addresses absolute and texts plain', () => {
    const document = {
      data: {
        posts: [
          {
            key: 7,
            headline: 'AT&amp;T &lt;buys&gt;',
            link: '/news/7',
            body: { html: '<p>One.</p><script>x()</script><p>Two.</p>' },
            when: 1772524800,
            people: [{ name: 'Ann' }, 'Bo', { name: 'Ann' }],
          },
        ],
      },
    };
    const mapping = {
      items: '$.data.posts',
      id: '$.key',
      title: '$.headline',
      url: '$.link',
      text: '$.body.html',
      published: '$.when',
      byline: '$.people',
    };
    expect(announced(mapping, document)).toEqual([
      {
        url: 'https://api.example/news/7',
        title: 'AT&T <buys>',
        text: 'One.\nTwo.',
        byline: 'Ann, Bo',
        published: '2026-03-03T08:00:00.000Z',
        lang: null,
      },
    ]);
  });

  it.each([
    ['2026-03-01T10:00:00+08:00', '2026-03-01T02:00:00.000Z'],
    ['Sun, 01 Mar 2026 10:00:00 GMT', '2026-03-01T10:00:00.000Z'],
    [1772524800000, '2026-03-03T08:00:00.000Z'],
    ['1772524800', '2026-03-03T08:00:00.000Z'],
    [0, null],
    ['2031-01-01', null],
    [{ nested: true }, null],
  ])('reads the moment %j as %s', (value, expected) => {
    const [entry] = announced({ items: '$', url: '$.u', published: '$.p' }, [{ u: 'https://a.example/', p: value }]);
    expect(entry?.published).toBe(expected);
  });

  it('takes the values that a wildcard finds as items, and says which hold no words', () => {
    const document = { a: { u: 'https://a.example/1' }, b: { u: 'javascript:alert(1)' }, c: 'text' };
    const found = itemMapper({ items: '$.*', url: '$.u' })(document, context);
    expect(found.entries.map(({ announced: { url } }) => url)).toEqual(['https://a.example/1']);
    expect(found.rejected.map(({ item }) => item)).toEqual([1, 2]);
  });

  it('tells one item from another by its own id, and a changed text from the same', () => {
    const keys = (items: unknown[]) => itemMapper({ items: '$', id: '$.id', text: '$.t' })(items, context).entries;
    const [a, b, c] = keys([
      { id: 1, t: 'x' },
      { id: 1, t: 'y' },
      { id: 2, t: 'x' },
    ]);
    expect(a?.key).toBe(b?.key);
    expect(a?.contentHash).not.toBe(b?.contentHash);
    expect(a?.key).not.toBe(c?.key);
  });

  it.each([
    ['$.items[', 'door.bad_path'],
    ['items', 'door.bad_path'],
    ["$..a[?match(@.t, '(a+)+$')]", 'door.bad_path'],
    ['$..a..b', 'door.bad_path'],
    ['$.nothing', 'door.no_items'],
  ])('says what is wrong with %s', (items, code) => {
    const read = () => itemMapper({ items, url: '$.u' })({ items: [] }, context);
    expect(read).toThrow(DoorError);
    expect(read).toThrow(expect.objectContaining({ code }));
  });
});
