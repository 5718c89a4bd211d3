import { type JsonPaging, jsonApiOptions } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { jsonApi } from './json-api.js';
import { visitDoor } from './visit-door.js';

const now = new Date('2026-03-10T12:00:00Z');
const door = (paging: JsonPaging, maxPages = 10) =>
  jsonApi(
    jsonApiOptions.parse({ mapping: { items: '$.items', url: '$.u' }, paging, maxPages }),
    'https://api.test/list?key=k',
  );

function world(answer: (url: URL) => unknown, known = false) {
  const asked: string[] = [];
  return {
    asked,
    ask: ({ url }: { url: string }) => {
      asked.push(url);
      return Promise.resolve(new TextEncoder().encode(JSON.stringify(answer(new URL(url)))));
    },
    pause: () => Promise.resolve(),
    anyNew: () => Promise.resolve(!known),
  };
}
const items = (...names: string[]) => names.map((name) => ({ u: `https://a.test/${name}` }));

describe('jsonApi', () => {
  it('counts pages up until one is empty', async () => {
    const api = world((url) => ({ items: Number(url.searchParams.get('p')) < 3 ? items(url.search) : [] }));
    const { entries } = await visitDoor(
      door({ kind: 'page', parameter: 'p', first: 0, step: 1 }),
      { now, lastSuccess: null },
      api,
    );
    expect(api.asked.map((url) => new URL(url).search)).toEqual([
      '?key=k&p=0',
      '?key=k&p=1',
      '?key=k&p=2',
      '?key=k&p=3',
    ]);
    expect(entries).toHaveLength(3);
  });

  it('follows a cursor, and stops where it repeats', async () => {
    const api = world((url) => ({ items: items('a'), after: url.pathname === '/list' ? 'x y' : null }));
    await visitDoor(door({ kind: 'cursor', parameter: 'c', path: '$.after' }), { now, lastSuccess: null }, api);
    expect(api.asked).toEqual(['https://api.test/list?key=k', 'https://api.test/list?key=k&c=x+y']);
  });

  it('follows links on its own origin only', async () => {
    const api = world((url) => ({
      items: items('a'),
      next: url.pathname === '/list' ? '/more' : 'https://elsewhere.test/steal',
    }));
    await visitDoor(door({ kind: 'next', path: '$.next' }), { now, lastSuccess: null }, api);
    expect(api.asked).toEqual(['https://api.test/list?key=k', 'https://api.test/more']);
  });

  it('asks no further when a page brings nothing new, and never more than it may', async () => {
    const endless = (url: URL) => ({ items: items(url.search) });
    const paging = { kind: 'page', parameter: 'p', first: 1, step: 1 } as const;
    const known = world(endless, true);
    await visitDoor(door(paging), { now, lastSuccess: null }, known);
    expect(known.asked).toHaveLength(1);
    const fresh = world(endless);
    expect((await visitDoor(door(paging, 4), { now, lastSuccess: null }, fresh)).cut).toBe(true);
    expect(fresh.asked).toHaveLength(4);
  });

  it('keeps what came before a failure', async () => {
    const findings = { entries: [], rejected: [], pages: 0, cut: false };
    const api = world((url) => (url.search.endsWith('p=2') ? { oops: true } : { items: items('a') }));
    const paging = { kind: 'page', parameter: 'p', first: 1, step: 1 } as const;
    await expect(visitDoor(door(paging), { now, lastSuccess: null }, api, findings)).rejects.toMatchObject({
      code: 'door.no_items',
    });
    expect(findings.entries).toHaveLength(1);
  });
});
