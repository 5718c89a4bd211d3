import { gdeltOptions } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { gdelt, gdeltAddress } from './gdelt.js';
import { visitDoor } from './visit-door.js';

const now = new Date('2026-03-10T12:07:00Z');
const options = gdeltOptions.parse({
  query: '"artificial intelligence"',
  language: 'Chinese',
  endpoint: 'https://g.test/doc',
});
const stamp = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '') + 'Z';
const time = (text: string) => Date.parse(text.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z'));

/** An API that holds these moments, answers at most 250 of them, newest first. */
function world(moments: readonly number[]) {
  const asked: URLSearchParams[] = [];
  const ask = ({ url }: { url: string }) => {
    const query = new URL(url).searchParams;
    asked.push(query);
    const [from, to] = [time(query.get('startdatetime') ?? ''), time(query.get('enddatetime') ?? '')];
    const articles = moments
      .map((at, index) => ({ at, index }))
      .filter(({ at }) => at >= from && at <= to)
      .sort((a, b) => b.at - a.at)
      .slice(0, Number(query.get('maxrecords')))
      .map(({ at, index }) => ({
        url: `https://p.test/${index}`,
        title: `T ${index} , x`,
        seendate: stamp(at),
        domain: 'www.p.test',
        language: 'Chinese',
      }));
    return Promise.resolve(new TextEncoder().encode(JSON.stringify({ articles })));
  };
  return { asked, ask, pause: () => Promise.resolve(), anyNew: () => Promise.resolve(true) };
}

describe('gdelt', () => {
  it('asks for whole quarters of an hour and makes announcements without a date of publication', async () => {
    const api = world([Date.parse('2026-03-10T11:45:00Z')]);
    const { entries } = await visitDoor(gdelt(options), { now, lastSuccess: null }, api);
    expect(api.asked[0]?.get('query')).toBe('"artificial intelligence" sourcelang:chinese');
    expect(api.asked[0]?.get('startdatetime')).toBe('20260309120700');
    expect(api.asked[0]?.get('enddatetime')).toBe('20260310121500');
    expect(entries[0]?.announced).toMatchObject({
      title: 'T 0, x',
      published: null,
      seen: '2026-03-10T11:45:00.000Z',
      outlet: 'p.test',
      lang: 'zh',
    });
  });

  it('looks again at the hour before the last success, cut to a quarter', async () => {
    const api = world([]);
    await visitDoor(gdelt(options), { now, lastSuccess: new Date('2026-03-10T11:52:00Z') }, api);
    expect(api.asked[0]?.get('startdatetime')).toBe('20260310104500');
  });

  it('misses nothing between full answers, and ends', async () => {
    const start = Date.parse('2026-03-09T13:00:00Z');
    const moments = Array.from({ length: 1200 }, (_, n) => start + Math.floor(n / 100) * 900_000);
    const api = world(moments);
    const { entries, cut } = await visitDoor(gdelt(options), { now, lastSuccess: null }, api);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(1200);
    expect(cut).toBe(false);
  });

  it('goes on behind a quarter of an hour that holds more than fits', async () => {
    const busy = Date.parse('2026-03-10T10:00:00Z');
    const api = world([...Array.from({ length: 300 }, () => busy), busy - 900_000]);
    const { entries } = await visitDoor(gdelt(options), { now, lastSuccess: null }, api);
    expect(entries.some(({ announced }) => announced.url === 'https://p.test/300')).toBe(true);
  });

  it('passes on what GDELT complains of in plain text', async () => {
    const api = { ...world([]), ask: () => Promise.resolve(new TextEncoder().encode('Your query was too short.')) };
    await expect(visitDoor(gdelt(options), { now, lastSuccess: null }, api)).rejects.toMatchObject({
      code: 'door.not_json',
      message: 'The answer is not JSON. It says: Your query was too short.',
    });
  });

  it('is known by its question', () => {
    expect(gdeltAddress(options)).toBe(gdeltAddress({ ...options, lookbackHours: 2 }));
    expect(gdeltAddress(options)).not.toBe(gdeltAddress({ ...options, language: 'english' }));
  });
});
