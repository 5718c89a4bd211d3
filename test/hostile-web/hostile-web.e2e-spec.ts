import { resolve } from 'node:path';
import type { ArticlePage, Source } from '@timbre/contracts';
import { waitUntil } from '@timbre/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningTimbre } from '../running/running-timbre.js';
import { forbiddenServer, type HostileServer, hostileServer } from './hostile-server.js';
import { hostileCases } from './hostile-sites.js';
import { oddSites } from './odd-sites.js';

// Real parts: the launcher, the API, two workers, the embedded PostgreSQL and a web server that plays all hosts. Only
// names are looked up in a list.
const patience = 90_000;
const nothing: never[] = [];

describe('the hostile web', () => {
  let web: HostileServer;
  let inner: Awaited<ReturnType<typeof forbiddenServer>>;
  let timbre: RunningTimbre;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    inner = await forbiddenServer();
    const sites = oddSites(() => web.port);
    for (const { name, site } of hostileCases(inner.port, 0)) if (site) sites.set(`${name}.hostile.test`, site);
    web = await hostileServer(sites);
    timbre = await new RunningTimbre({
      env: {
        NODE_OPTIONS: `--import=${pathToFileURL(resolve('test/hostile-web/fixed-names.mjs')).href}`,
        TIMBRE_EGRESS_ALLOW: '127.0.0.2',
        TIMBRE_EGRESS_TIMEOUT: '4000',
        TIMBRE_HOST_DELAY: '20',
        TIMBRE_WORKERS: '2',
      },
    }).start();
    const cases = hostileCases(inner.port, web.securePort);
    for (const { name, url, kind } of cases) await add(name, { url, kind });
    for (const name of ['good', 'two-answers', 'rebinding', 'lying', 'same-guids', 'skewed', 'restless'])
      await add(name);
    for (const name of ['closed-pages', 'moved']) await add(name);
    for (let n = 0; n < 10; n += 1) await add('shared', { path: `/feed/${n}` });
  });
  afterAll(async () => {
    await timbre?.stop();
    await web?.close();
    await inner?.close();
  });

  async function add(
    name: string,
    more: { url?: string | undefined; kind?: 'page' | undefined; path?: string; fetchPages?: boolean } = {},
  ): Promise<void> {
    const { url = `http://${name}.hostile.test:${web.port}${more.path ?? '/feed'}`, kind = 'feed' } = more;
    const input = { name: name + (more.path ?? ''), kind, url, fetchPages: more.fetchPages ?? true };
    const { id } = await timbre.api<Source>('/sources', { method: 'POST', body: JSON.stringify(input) });
    ids.set(input.name, id);
  }
  const source = (name: string): Promise<Source> => timbre.api<Source>(`/sources/${ids.get(name)}`);
  const poll = (name: string): Promise<unknown> => timbre.api(`/sources/${ids.get(name)}/poll`, { method: 'POST' });
  const paths = (name: string): string[] => web.observed(`${name}.hostile.test`).paths;
  const until = (what: string, condition: () => Promise<boolean>): Promise<void> =>
    waitUntil(what, () => delay(100).then(condition), patience);
  const range = 'unit=articles&from=1990-01-01T00:00:00Z&to=2200-01-01T00:00:00Z';
  const titlesFrom = async (name: string): Promise<string[]> => {
    const { items } = await timbre.api<ArticlePage>(`/articles?${range}&sources=${ids.get(name)}`);
    return items.map(({ title }) => title);
  };

  it('ends each attack in its own error on the source, and goes on with the others', async () => {
    const cases = hostileCases(inner.port, web.securePort);
    const attacked = new Set(cases.map(({ name }) => ids.get(name)));
    await until('every hostile source was visited', async () =>
      (await timbre.api<Source[]>('/sources')).every(({ id, lastError }) => !attacked.has(id) || lastError !== null),
    );
    const found = new Map((await timbre.api<Source[]>('/sources')).map((each) => [each.id, each]));
    const codes = cases.map(({ name }) => [name, found.get(ids.get(name) ?? '')?.lastError?.code]);
    expect(codes).toEqual(cases.map(({ name, code }) => [name, code]));
    for (const { name, code } of cases) {
      const { health, healthReason, lastError } = found.get(ids.get(name) ?? '') ?? {};
      expect(health, name).toBe(code === 'http.410' ? 'retired' : 'broken');
      if (health === 'broken') expect(healthReason, name).toBe(lastError?.message);
    }
    expect(paths('on-and-on').length).toBeLessThanOrEqual(6);
    expect(paths('closed-by-robots')).toEqual(['/robots.txt']);
    expect(paths('robots-broken')).toEqual(['/robots.txt']);
    await until('the good source is read', async () => (await source('good')).articles === 3);
    expect((await source('good')).health).toBe('healthy');
    expect(paths('good').filter((path) => path.startsWith('/story'))).toHaveLength(3);
  });

  it('reaches nothing inside, whatever a name resolves to', async () => {
    expect((await source('two-answers')).lastError).toBeNull();
    await until('the name changed its mind', async () => {
      await poll('rebinding');
      return (await source('rebinding')).lastError?.code === 'egress.address_forbidden';
    });
    expect(paths('rebinding').length).toBeGreaterThan(0);
    expect(inner.connections()).toBe(0);
  });

  it('never asks a host more than twice at a time, over all workers', async () => {
    await until(
      'the shared host is read',
      async () => paths('shared').filter((path) => path !== '/robots.txt').length >= 13,
    );
    const most = web.hosts().map((host) => [host, web.observed(host).mostAtOnce] as const);
    expect(most.filter(([, atOnce]) => atOnce > 2)).toEqual(nothing);
    expect(web.observed('shared.hostile.test').mostAtOnce).toBe(2);
  });

  it('reads what browsers read: wrong types, one guid for all, dates from another time', async () => {
    await until('the lying host is read', async () => (await titlesFrom('lying')).length === 1);
    await until('entries of one guid are told apart', async () => (await titlesFrom('same-guids')).length === 3);
    await until('the skewed host is read', async () => (await titlesFrom('skewed')).length === 2);
    const { items } = await timbre.api<ArticlePage>(`/articles?${range}&sources=${ids.get('skewed')}`);
    for (const { published } of items) expect(new Date(published).getTime()).toBeLessThan(Date.now() + 60_000);
    const { nextAttempt } = await source('skewed');
    // Four hours by the server's clock.
    expect(new Date(nextAttempt ?? 0).getTime()).toBeGreaterThan(Date.now() + 3.9 * 3_600_000);
  });

  it('sends no cookies and says who it is', () => {
    for (const headers of web.observed('good.hostile.test').headers) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers['user-agent']).toMatch(/^Timbre\/\d/);
    }
  });

  it('collects an entry that changes with every visit twice at most', async () => {
    for (let visit = 2; visit <= 5; visit += 1) {
      await poll('restless');
      await until('it was visited', async () => paths('restless').filter((path) => path === '/feed').length >= visit);
    }
    await until('its words are there', async () => (await titlesFrom('restless')).length === 1);
    expect(paths('restless').filter((path) => path === '/story/1').length).toBeLessThanOrEqual(2);
  });

  it('fetches no page that robots.txt closes, and keeps what the feed says of it', async () => {
    await until('the closed page was judged', async () => paths('closed-pages').includes('/robots.txt'));
    expect(paths('closed-pages').filter((path) => path.startsWith('/story'))).toEqual(nothing);
  });

  it('moves with a permanent redirect', async () => {
    await until('the move is noted', async () => (await source('moved')).url?.endsWith('/feed/new') ?? false);
  });

  it('leaves a host alone that asks for it, with all its sources', async () => {
    await add('busy', { path: '/feed/a' });
    await until('it was visited', async () => (await source('busy/feed/a')).lastError !== null);
    const first = await source('busy/feed/a');
    expect(first.lastError?.code).toBe('http.429');
    expect(new Date(first.nextAttempt ?? 0).getTime()).toBeGreaterThan(Date.now() + 7_000_000);
    await add('busy', { path: '/feed/b' });
    await until('the other is put off', async () => (await source('busy/feed/b')).nextAttempt !== null);
    const other = await source('busy/feed/b');
    expect(new Date(other.nextAttempt ?? 0).getTime()).toBeGreaterThan(Date.now() + 7_000_000);
    expect(other).toMatchObject({ lastError: null, failures: 0 });
    expect(paths('busy')).toEqual(['/feed/a']);
  });

  it('takes 100,000 entries in without a word', async () => {
    await add('large', { fetchPages: false });
    await until('the large feed is read', async () => (await source('large')).lastAttempt !== null);
    expect(await source('large')).toMatchObject({ lastError: null, failures: 0 });
    await until('its articles come in', async () => (await source('large')).articles > 0);
  });
});
