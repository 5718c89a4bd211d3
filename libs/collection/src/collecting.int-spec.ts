import { EgressClient, type EventBus, InProcessHostTurns, type QueueService, SecretBox } from '@timbre/platform';
import { testDatabase, type TestDatabase, testSite, type TestSite } from '@timbre/testing';
import type { QueryRunner } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DocumentReader } from './documents/document-reader.js';
import { DoorVisitor } from './doors/door-visitor.service.js';
import { keyedEntry } from './entries/announced-entry.js';
import { CollectDispatcher } from './entries/collect-dispatcher.js';
import { CollectEntriesProcessor } from './entries/collect-entries.processor.js';
import { PageFetcher } from './entries/page-fetcher.js';
import { SourceEntryRepository } from './entries/source-entry.repository.js';
import { HostBusyError } from './fetching/host-busy-error.js';
import { PoliteFetcher } from './fetching/polite-fetcher.js';
import { CollectionGapRepository } from './health/collection-gap.repository.js';
import { collectionMigrations } from './index.js';
import type { ArticleDraft, ArticleIntake } from './intake/article-intake.port.js';
import { ForgetCollectedTexts1796200000010 } from './migrations/1796200000010-forget-collected-texts.js';
import { DocumentVisitor } from './polling/document-visitor.service.js';
import { PollService } from './polling/poll.service.js';
import { RobotsGate } from './robots/robots-gate.js';
import { RobotsRefusalError } from './robots/robots-refusal-error.js';
import { OutletSources } from './sources/outlet-sources.service.js';
import { SourceRepository } from './sources/source.repository.js';
import { SourceEntity } from './sources/source.entity.js';
import { SourceService } from './sources/source.service.js';
import { TakedownRepository } from './takedown/takedown.repository.js';

// Real: PostgreSQL, a local web server, the guarded client, repositories, services. Kept in memory: the queue, the intake.
const signal = new AbortController().signal;
const forced = { forced: true };
const politely = (host: string): PoliteFetcher =>
  new PoliteFetcher(
    new EgressClient({ allow: [host], ports: [80], userAgent: 'TimbreTest/1.0' }),
    new InProcessHostTurns(),
    { hostDelayMs: 0 },
  );

const feed = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Local</title>${items}</channel></rss>`;
const item = (n: number, site: string, path = `/story-${n}`) =>
  `<item><guid>g${n}</guid><title>Story ${n}</title><link>${site}${path}</link><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate><description>Teaser ${n}.</description></item>`;
const page = `<html lang="en"><head><title>Story</title></head><body><article><h1>Story</h1>${'<p>The whole text of the story, longer than its teaser by far, sentence after sentence.</p>'.repeat(8)}</article></body></html>`;

describe('collecting', () => {
  let test: TestDatabase;
  let site: TestSite;
  let drafts: ArticleDraft[] = [];
  let jobs: { sourceId: string; keys: string[] }[] = [];
  let delayed: { sourceId: string; keys: string[] }[] = [];
  let polls: PollService;
  let collector: CollectEntriesProcessor;
  let collectorWith: (pages: PageFetcher) => CollectEntriesProcessor;
  let service: SourceService;
  let sources: SourceRepository;
  let entries: SourceEntryRepository;
  let gaps: CollectionGapRepository;

  beforeAll(async () => {
    test = await testDatabase({ migrations: collectionMigrations, entities: [SourceEntity] });
    site = await testSite();
    const { database } = test;
    const fetcher = politely(site.host);
    sources = new SourceRepository(database);
    gaps = new CollectionGapRepository(database);
    entries = new SourceEntryRepository(database);
    const robots = new RobotsGate(fetcher);
    const reader = new DocumentReader();
    const secrets = new SecretBox('x'.repeat(32));
    const events = { publish: () => Promise.resolve() } as unknown as EventBus;
    const queues = {
      add: (_queue: unknown, payload: (typeof jobs)[number], { delayMs }: { delayMs?: number } = {}) =>
        Promise.resolve(delayMs === undefined ? '' : String(delayed.push(payload))),
      addBulk: (_queue: unknown, payloads: typeof jobs) => Promise.resolve(void jobs.push(...payloads)),
    } as unknown as QueueService;
    const intake: ArticleIntake = {
      accept: (given) => {
        drafts.push(...given);
        return Promise.resolve(
          given.map(() => ({ id: '00000000-0000-4000-8000-000000000001', status: 'new' as const })),
        );
      },
      removeSources: () => Promise.resolve(0),
    };
    const counts = { bySource: () => Promise.resolve(new Map<string, number>()) };
    service = new SourceService(
      database,
      sources,
      entries,
      events,
      queues,
      secrets,
      intake,
      counts,
      new TakedownRepository(database),
    );
    polls = new PollService(
      database,
      sources,
      entries,
      gaps,
      new DocumentVisitor(fetcher, reader, robots, secrets),
      new DoorVisitor(fetcher, secrets, entries),
      new CollectDispatcher(queues, { hostDelayMs: 0 }),
      events,
    );
    collectorWith = (pages) =>
      new CollectEntriesProcessor(sources, entries, pages, queues, intake, new OutletSources(sources, service));
    collector = collectorWith(new PageFetcher(fetcher, robots, reader));
  });
  afterAll(async () => {
    await site.close();
    await test.close();
  });
  beforeEach(() => {
    drafts = [];
    jobs = [];
    delayed = [];
  });

  const receiver = { kind: 'feed', reach: 1, fetchPages: false, enabled: true } as const;
  const add = (path: string) =>
    service.add({ name: path, kind: 'feed', url: site.url + path, reach: 1, fetchPages: true, enabled: true });
  async function collect(): Promise<void> {
    for (const job of jobs.splice(0)) {
      await collector.process(job, { jobId: '1', attempt: 1, attempts: 1, signal, progress: () => Promise.resolve() });
    }
  }

  it('takes each entry once, with its page’s text, and asks conditionally the next time', async () => {
    site.on('/feed-a', (request) =>
      request.headers['if-none-match'] === '"v1"'
        ? { status: 304 }
        : {
            headers: { etag: '"v1"', 'content-type': 'application/rss+xml' },
            body: feed(item(1, site.url) + item(2, site.url)),
          },
    );
    site.on('/story-1', { headers: { 'content-type': 'text/html' }, body: page });
    site.on('/story-2', { headers: { 'content-type': 'text/html' }, body: page });
    const { id } = await add('/feed-a');
    await polls.poll(id, forced, signal);
    await collect();
    expect(drafts.map((draft) => draft.title)).toEqual(expect.arrayContaining(['Story 1', 'Story 2']));
    expect(drafts[0]?.text).toContain('sentence after sentence');
    await polls.poll(id, forced, signal);
    expect(jobs).toEqual([]);
    expect((await sources.byId(id))?.failures).toBe(0);
  });

  it('does not fetch what robots.txt closes', async () => {
    const closed = await testSite({ '/robots.txt': { body: 'User-agent: *\nDisallow: /closed' } });
    const gate = new RobotsGate(politely(closed.host));
    const now = new Date();
    await expect(gate.check(`${closed.url}/closed/9`, now)).rejects.toMatchObject({ code: 'robots.disallowed' });
    await gate.check(`${closed.url}/open`, now);
    expect(closed.requests.filter((request) => request.path === '/robots.txt')).toHaveLength(1);
    await closed.close();
  });

  it('leaves the pages of a host alone whose robots.txt cannot be had, and says why', async () => {
    const ailing = await testSite({ '/robots.txt': { status: 500 } });
    const gate = new RobotsGate(politely(ailing.host));
    const refusal: unknown = await gate.check(`${ailing.url}/1`, new Date()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RobotsRefusalError);
    expect(refusal).toMatchObject({ code: 'robots.unavailable' });
    await ailing.close();
    const gone = new RobotsGate(politely(ailing.host));
    await expect(gone.check(`${ailing.url}/1`, new Date())).rejects.toMatchObject({ code: 'egress.connection' });
  });

  it('never asks before the server allows, whoever brings the job and whenever it comes', async () => {
    site.on('/feed-d', { headers: { 'cache-control': 'max-age=7200' }, body: feed('') });
    const { id } = await add('/feed-d');
    await polls.poll(id, {}, signal);
    const visits = () => site.requests.filter(({ path }) => path === '/feed-d').length;
    expect(visits()).toBe(1);
    const { nextAttempt } = (await sources.byId(id)) ?? {};
    expect(nextAttempt?.getTime()).toBeGreaterThanOrEqual(Date.now() + 7_190_000);
    await polls.poll(id, {}, signal);
    await polls.poll(id, { due: new Date().toISOString() }, signal);
    expect(await sources.takeDue(new Date(), 600, 100)).not.toContainEqual(expect.objectContaining({ id }));
    expect(visits()).toBe(1);
    const [taken] = await sources.takeDue(nextAttempt ?? new Date(), 600, 100);
    expect(taken?.id).toBe(id);
    await polls.poll(id, { due: taken?.due.toISOString() ?? '' }, signal);
    expect(visits()).toBe(2);
  });

  it('visits once when two jobs come for one visit', async () => {
    site.on('/feed-j', { body: feed('') });
    const { id } = await add('/feed-j');
    await Promise.all([polls.poll(id, {}, signal), polls.poll(id, {}, signal)]);
    expect(site.requests.filter(({ path }) => path === '/feed-j')).toHaveLength(1);
  });

  it('leaves a host alone that says Retry-After, and blames no other source of it', async () => {
    const shared = await testSite({ '/robots.txt': { status: 404 } });
    shared.on('/busy', { status: 429, headers: { 'retry-after': '3600' } });
    shared.on('/other', { body: feed('') });
    const egress = politely(shared.host);
    const visitor = new DocumentVisitor(
      egress,
      new DocumentReader(),
      new RobotsGate(egress),
      new SecretBox('x'.repeat(32)),
    );
    const visit = (path: string) =>
      visitor.visit(
        { etag: null, lastModified: null, sealedHeaders: null } as SourceEntity,
        { url: shared.url + path, kind: 'feed' },
        new Date(),
        signal,
      );
    expect((await visit('/busy')).visit).toMatchObject({ kind: 'failed', error: { code: 'http.429' } });
    await expect(visit('/other')).rejects.toBeInstanceOf(HostBusyError);
    expect(shared.requests.map(({ path }) => path)).toEqual(['/busy']);
    await shared.close();
  });

  it('collects an entry anew when its words change, but not with every change', async () => {
    const now = new Date('2026-03-02T00:00:00Z');
    const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
    const words = (text: string) => [
      keyedEntry('same', { url: null, title: 'Count', text, byline: null, published: null, lang: null }),
    ];
    const { id } = await add('/feed-e');
    const noted = (text: string, at: Date) => entries.note(id, words(text), at);
    expect(await noted('1 reader', now)).toMatchObject([{ isNew: true }]);
    expect(await noted('1 reader', hours(1))).toEqual([]);
    expect(await noted('2 readers', hours(1))).toMatchObject([{ isNew: false }]);
    expect(await noted('3 readers', hours(2))).toEqual([]);
    expect(await noted('4 readers', hours(3))).toHaveLength(1);
    expect(await noted('5 readers', hours(6))).toEqual([]);
  });

  it('knows the rhythm of a source from its first visit: by the dates of its entries', async () => {
    const now = new Date();
    const { id } = await add('/feed-f');
    const announced = Array.from({ length: 14 }, (_, day) =>
      keyedEntry(`day ${day}`, {
        url: null,
        title: 'Daily',
        text: '',
        byline: null,
        published: new Date(now.getTime() - day * 86_400_000).toISOString(),
        lang: null,
      }),
    );
    await entries.announce(id, announced, now);
    expect(await entries.entriesPerDay(id, now)).toBeCloseTo(14 / 13);
  });

  it('takes what waits in fair shares: one source’s backlog does not keep others waiting', async () => {
    const now = new Date('2026-03-02T00:00:00Z');
    const announced = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        keyedEntry(`${n}`, { url: null, title: 'One', text: '', byline: null, published: null, lang: null }),
      );
    const [large, small] = [await add('/feed-g'), await add('/feed-h')];
    await entries.announce(large.id, announced(50), now);
    await entries.announce(small.id, announced(2), now);
    const later = new Date(now.getTime() + 3_600_000);
    const share = (await entries.takeDue(later, 900, 5)).filter(({ sourceId }) =>
      [large.id, small.id].includes(sourceId),
    );
    expect(share.filter(({ sourceId }) => sourceId === large.id)).toHaveLength(5);
    expect(share.filter(({ sourceId }) => sourceId === small.id)).toHaveLength(2);
    expect((await entries.takeDue(later, 900, 50)).filter(({ sourceId }) => sourceId === large.id)).toHaveLength(45);
  });

  it('reads an article to the end that its site spreads over pages', async () => {
    const pageOf = (n: number, next: string) =>
      `<html lang="en"><head><title>Long story</title></head><body><article><h1>Long story</h1>
       ${`<p>Part ${n} of the story is told here, in words that no other part has, and at some length too.</p>`.repeat(4)}
       </article><div class="pager">${next}</div></body></html>`;
    const html = { 'content-type': 'text/html' };
    site.on('/feed-long', {
      headers: { 'content-type': 'application/rss+xml' },
      body: feed(item(70, site.url, '/long.html')),
    });
    site.on('/long.html', { headers: html, body: pageOf(1, '<a href="long_2.html">Next page</a>') });
    site.on('/long_2.html', { headers: html, body: pageOf(2, '<a href="long_3.html">Next page</a>') });
    site.on('/long_3.html', { status: 500 });
    const { id } = await add('/feed-long');
    await polls.poll(id, forced, signal);
    await collect();
    expect(drafts).toHaveLength(1);
    expect([...new Set(drafts[0]?.text.match(/Part \d/g))]).toEqual(['Part 1', 'Part 2']);
  });

  it('makes room when it is not its turn at the pages’ host, and goes on later without a failure', async () => {
    const shut = await testSite({
      '/robots.txt': { status: 404 },
      '/a': { status: 429, headers: { 'retry-after': '600' } },
    });
    const fetcher = politely(shut.host);
    await fetcher.fetch({ url: `${shut.url}/a` });
    const { id } = await add('/feed-i');
    const announced = [1, 2].map((n) =>
      keyedEntry(`${n}`, {
        url: `${shut.url}/${n}`,
        title: 'One',
        text: '',
        byline: null,
        published: null,
        lang: null,
      }),
    );
    const keys = await entries.announce(id, announced, new Date());
    const patient = collectorWith(new PageFetcher(fetcher, new RobotsGate(fetcher), new DocumentReader()));
    await patient.process(
      { sourceId: id, keys },
      { jobId: '1', attempt: 1, attempts: 1, signal, progress: () => Promise.resolve() },
    );
    expect(delayed).toMatchObject([{ sourceId: id }]);
    expect(delayed[0]?.keys.toSorted()).toEqual(keys.toSorted());
    expect(await entries.waiting(id, keys)).toMatchObject([{ attempts: 0 }, { attempts: 0 }]);
    await shut.close();
  });

  it('opens a gap when a server fails twice, tells the cause, and closes it with the next success', async () => {
    let broken = true;
    site.on('/feed-b', () =>
      broken ? { status: 503 } : { headers: { 'content-type': 'application/rss+xml' }, body: feed('') },
    );
    const { id } = await add('/feed-b');
    await polls.poll(id, forced, signal);
    await polls.poll(id, forced, signal);
    const during = await gaps.gapsWithin(new Date(0), new Date(Date.now() + 60_000), [id]);
    expect(during).toMatchObject([{ to: null, cause: 'The server answered 503.' }]);
    broken = false;
    await polls.poll(id, forced, signal);
    const after = await gaps.gapsWithin(new Date(0), new Date(Date.now() + 60_000), [id]);
    expect(after[0]?.to).not.toBeNull();
  });

  it('keeps announced words only while an entry waits, and still knows it again', async () => {
    const { id } = await service.add({ ...receiver, name: 'Words', url: 'https://words.test/feed' });
    const announced = (words: string, outlet?: string) =>
      keyedEntry(words, {
        url: null,
        title: `T ${words}`,
        text: words,
        byline: null,
        published: null,
        lang: null,
        ...(outlet && { outlet }),
      });
    const off = await service.add({ ...receiver, name: 'Off', url: 'https://off.test/feed', enabled: false });
    const both = [announced('stored'), announced('given up', off.outlet)];
    const keys = await entries.announce(id, both, new Date());
    const texts = () =>
      test.database.query<{ state: string; title: string; text: string }>(
        `SELECT state, announced ->> 'title' AS title, announced ->> 'text' AS text FROM source_entry
         WHERE source_id = $1 ORDER BY state`,
        [id],
      );
    expect((await texts()).map(({ text }) => text).sort()).toEqual(['given up', 'stored']);
    jobs.push({ sourceId: id, keys });
    await collect();
    const done = [
      { state: 'collected', title: 'T stored', text: '' },
      { state: 'failed', title: 'T given up', text: '' },
    ];
    expect(await texts()).toEqual(done);
    expect(await entries.announce(id, both, new Date())).toEqual([]);

    // Rows of an earlier version.
    await test.database.query(
      `UPDATE source_entry SET announced = announced || '{"text": "old words"}' WHERE source_id = $1`,
      [id],
    );
    await entries.announce(id, [announced('waiting')], new Date());
    await new ForgetCollectedTexts1796200000010().up(test.database as unknown as QueryRunner);
    expect(await texts()).toEqual([...done, { state: 'waiting', title: 'T waiting', text: 'waiting' }]);
  });

  it('does not call our own leaving an outage', async () => {
    site.on('/feed-c', { headers: { 'content-type': 'application/rss+xml' }, body: feed('') });
    const { id } = await add('/feed-c');
    await expect(polls.poll(id, forced, AbortSignal.abort())).rejects.toThrow();
    expect(await sources.byId(id)).toMatchObject({ failures: 0, lastError: null });
  });
});
