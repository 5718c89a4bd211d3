import { hackerNewsOptions } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { hackerNews } from './hacker-news.js';
import { visitDoor } from './visit-door.js';

const now = new Date('2026-03-10T12:00:00Z');
const second = Math.floor(now.getTime() / 1000);
const options = hackerNewsOptions.parse({ query: 'AGI', minPoints: 20, endpoint: 'https://hn.test/search_by_date' });

interface Hit {
  objectID: string;
  created_at_i: number;
  points: number;
}

/** An API that filters as Algolia does and gives a hundred hits. */
function world(hits: readonly Hit[]) {
  const asked: string[] = [];
  const ask = ({ url }: { url: string }) => {
    const filters = new URL(url).searchParams.get('numericFilters') ?? '';
    asked.push(filters);
    const limit = (pattern: RegExp, otherwise: number) => Number(pattern.exec(filters)?.[1] ?? otherwise);
    const found = hits
      .filter((hit) => hit.points >= limit(/points>=(\d+)/, 0))
      .filter((hit) => hit.created_at_i > limit(/created_at_i>(\d+)/, 0))
      .filter((hit) => hit.created_at_i <= limit(/created_at_i<=(\d+)/, Number.MAX_SAFE_INTEGER))
      .sort((a, b) => b.created_at_i - a.created_at_i)
      .slice(0, 100);
    return Promise.resolve(new TextEncoder().encode(JSON.stringify({ hits: found })));
  };
  return { asked, ask, pause: () => Promise.resolve(), anyNew: () => Promise.resolve(true) };
}

describe('hackerNews', () => {
  it('pages by time without losing stories of one second', async () => {
    const hits = Array.from({ length: 450 }, (_, n) => ({
      objectID: String(n),
      created_at_i: second - 60 * Math.floor(n / 7),
      points: 30,
    }));
    const api = world(hits);
    const { entries } = await visitDoor(hackerNews(options), { now, lastSuccess: null }, api);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(450);
    expect(api.asked.length).toBeLessThan(8);
  });

  it('finds a story that passed the threshold after the last visit', async () => {
    const api = world([{ objectID: 'late', created_at_i: second - 40 * 3600, points: 25 }]);
    const lastSuccess = new Date(now.getTime() - 600_000);
    const { entries } = await visitDoor(hackerNews(options), { now, lastSuccess }, api);
    expect(entries).toHaveLength(1);
  });

  it('dates what was written there, and only notes when a link was posted', () => {
    const page = hackerNews(options).read(
      {
        hits: [
          { objectID: '1', created_at_i: 1_772_524_800, title: 'Ask', story_text: 'Is it <i>near</i>?', author: 'ann' },
          { objectID: '2', created_at_i: 1_772_524_800, title: 'Link', url: 'https://www.paper.test/a', author: 'bo' },
        ],
      },
      { url: 'https://hn.test/search_by_date' },
      { now, lastSuccess: null },
    );
    expect(page.entries.map(({ announced }) => announced)).toMatchObject([
      { text: 'Is it near?', byline: 'ann', published: '2026-03-03T08:00:00.000Z' },
      { url: 'https://www.paper.test/a', byline: null, published: null, outlet: 'paper.test' },
    ]);
  });
});
