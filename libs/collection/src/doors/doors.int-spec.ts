import { createHmac } from 'node:crypto';
import type { SourceInput } from '@timbre/contracts';
import { EgressClient, type EventBus, InProcessHostTurns, type QueueService, SecretBox } from '@timbre/platform';
import { testDatabase, type TestDatabase, testSite, type TestSite } from '@timbre/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FeedDiscoveryService } from '../discovery/feed-discovery.service.js';
import { DocumentReader } from '../documents/document-reader.js';
import { CollectDispatcher } from '../entries/collect-dispatcher.js';
import { CollectEntriesProcessor } from '../entries/collect-entries.processor.js';
import { PageFetcher } from '../entries/page-fetcher.js';
import { SourceEntryRepository } from '../entries/source-entry.repository.js';
import { PoliteFetcher } from '../fetching/polite-fetcher.js';
import { CollectionGapRepository } from '../health/collection-gap.repository.js';
import { collectionMigrations } from '../index.js';
import type { ArticleDraft, ArticleIntake } from '../intake/article-intake.port.js';
import { DocumentVisitor } from '../polling/document-visitor.service.js';
import { PollService } from '../polling/poll.service.js';
import { RobotsGate } from '../robots/robots-gate.js';
import { OutletSources } from '../sources/outlet-sources.service.js';
import { SourceEntity } from '../sources/source.entity.js';
import { SourceRepository } from '../sources/source.repository.js';
import { SourceService } from '../sources/source.service.js';
import { TakedownRepository } from '../takedown/takedown.repository.js';
import { OpmlService } from '../subscriptions/opml.service.js';
import { DoorVisitor } from './door-visitor.service.js';
import { SourceTrialService } from './source-trial.service.js';
import { WebhookService } from './webhook.service.js';

// Real: PostgreSQL, a local web server, the guarded client, repositories, services. Kept in memory: the queue, the intake.
const signal = new AbortController().signal;
const userAgent = 'TimbreTest/1.0';
const json = (value: unknown) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
const words = 'A sentence that a reader would read, and another one for good measure. '.repeat(6);

describe('other doors', () => {
  let test: TestDatabase;
  let site: TestSite;
  let drafts: ArticleDraft[] = [];
  let jobs: { sourceId: string; keys: string[] }[] = [];
  let polls: PollService;
  let collector: CollectEntriesProcessor;
  let service: SourceService;
  let sources: SourceRepository;
  let trials: SourceTrialService;
  let webhooks: WebhookService;
  let discovery: FeedDiscoveryService;

  beforeAll(async () => {
    test = await testDatabase({ migrations: collectionMigrations, entities: [SourceEntity] });
    site = await testSite();
    const { database } = test;
    const egress = new EgressClient({ allow: [site.host], ports: [80], userAgent });
    sources = new SourceRepository(database);
    const entries = new SourceEntryRepository(database);
    const fetcher = new PoliteFetcher(egress, new InProcessHostTurns(), { hostDelayMs: 0 });
    const robots = new RobotsGate(fetcher);
    const reader = new DocumentReader();
    const secrets = new SecretBox('x'.repeat(32));
    const events = { publish: () => Promise.resolve() } as unknown as EventBus;
    const queues = {
      add: () => Promise.resolve(''),
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
    const doors = new DoorVisitor(fetcher, secrets, entries);
    const gaps = new CollectionGapRepository(database);
    const documents = new DocumentVisitor(fetcher, reader, robots, secrets);
    const dispatcher = new CollectDispatcher(queues, { hostDelayMs: 0 });
    polls = new PollService(database, sources, entries, gaps, documents, doors, dispatcher, events);
    collector = new CollectEntriesProcessor(
      sources,
      entries,
      new PageFetcher(fetcher, robots, reader),
      queues,
      intake,
      new OutletSources(sources, service),
    );
    trials = new SourceTrialService(egress, sources, secrets);
    webhooks = new WebhookService(sources, entries, queues, secrets);
    discovery = new FeedDiscoveryService(egress, sources);
  });
  afterAll(async () => {
    await site.close();
    await test.close();
  });
  beforeEach(() => {
    drafts = [];
    jobs = [];
  });

  const add = (input: Partial<SourceInput> & Pick<SourceInput, 'kind' | 'name'>) =>
    service.add({ reach: 1, fetchPages: true, enabled: true, ...input });
  async function collect(): Promise<void> {
    for (const job of jobs.splice(0)) {
      await collector.process(job, { jobId: '1', attempt: 1, attempts: 1, signal, progress: () => Promise.resolve() });
    }
  }

  it('follows a JSON API page by page, with its headers, and asks only once when nothing is new', async () => {
    const pages: Record<string, unknown> = {
      '1': { items: [{ id: 1, title: 'One', body: words }] },
      '2': { items: [{ id: 2, title: 'Two', body: words }] },
      '3': { items: [] },
    };
    site.on('/api', (request) => {
      if (request.headers['x-key'] !== 'secret') return { status: 401, body: '{"error":"key"}' };
      return json(pages[new URL(request.path, site.url).searchParams.get('p') ?? ''] ?? { items: [] });
    });
    const options = {
      mapping: { items: '$.items', id: '$.id', title: '$.title', text: '$.body' },
      paging: { kind: 'page', parameter: 'p' },
    };
    const input = { kind: 'json', name: 'API', url: `${site.url}/api`, options } as const;
    const { id } = await add({ ...input, headers: { 'X-Key': 'secret' } });
    await polls.poll(id, { forced: true }, signal);
    await collect();
    expect(drafts.map(({ title }) => title).sort()).toEqual(['One', 'Two']);
    const before = site.requests.length;
    await polls.poll(id, { forced: true }, signal);
    expect(site.requests.length - before).toBe(1);
    expect(jobs).toEqual([]);

    await service.change(id, { headers: { 'X-Key': 'wrong' } });
    await polls.poll(id, { forced: true }, signal);
    expect((await sources.byId(id))?.lastError).toMatchObject({
      code: 'http.401',
      message: expect.stringContaining('key') as string,
    });
    await expect(trials.run({ ...input, sourceId: id }, new Date())).rejects.toMatchObject({ code: 'door.status' });
    const shown = await trials.run({ ...input, headers: { 'x-key': 'secret' } }, new Date());
    expect(shown).toMatchObject({ total: 1, entries: [{ title: 'One', text: words.slice(0, 400) }] });
  });

  it('counts what GDELT finds for the outlet that wrote it, and leaves switched-off outlets out', async () => {
    site.on('/paper', {
      headers: { 'content-type': 'text/html' },
      body: `<html><body><article><h1>Paper</h1><p>${words}</p><p>${words}</p></article></body></html>`,
    });
    const article = (n: number, domain: string) => ({
      url: `${site.url}/paper?${n}`,
      title: `G ${n}`,
      seendate: '20260301T101500Z',
      domain,
      language: 'English',
    });
    let articles = [article(1, 'www.one.test'), article(2, 'two.test')];
    site.on('/doc', () => json({ articles }));
    const options = { query: 'timbre', endpoint: `${site.url}/doc` };
    const { id } = await add({ kind: 'gdelt', name: 'GDELT', options });
    await expect(add({ kind: 'gdelt', name: 'Again', options })).rejects.toMatchObject({ code: 'source.exists' });
    await polls.poll(id, { forced: true }, signal);
    await collect();
    const names = new Map((await sources.listed()).map((source) => [source.id, source.name]));
    expect(drafts.map((draft) => names.get(draft.sourceId)).sort()).toEqual(['one.test', 'two.test']);
    expect(drafts[0]).toMatchObject({ dated: false, published: new Date('2026-03-01T10:15:00Z') });

    const off = drafts.find((draft) => names.get(draft.sourceId) === 'one.test');
    await service.change(off?.sourceId ?? '', { enabled: false });
    articles = [article(3, 'one.test'), article(4, 'two.test')];
    drafts = [];
    await polls.poll(id, { forced: true }, signal);
    await collect();
    expect(drafts.map(({ title }) => title)).toEqual(['G 4']);
  });

  it('shows what an API complains of on the source', async () => {
    site.on('/short', { headers: { 'content-type': 'text/html' }, body: '<p>The specified phrase is too short.</p>' });
    const { id } = await add({
      kind: 'gdelt',
      name: 'Short',
      options: { query: 'abc', endpoint: `${site.url}/short` },
    });
    await polls.poll(id, { forced: true }, signal);
    expect((await sources.byId(id))?.lastError).toMatchObject({
      code: 'door.not_json',
      message: expect.stringContaining('too short') as string,
    });
  });

  it('refuses paths that cannot be read before a source is saved', async () => {
    const options = { mapping: { items: '$.[', url: '$.u' } };
    await expect(add({ kind: 'json', name: 'Bad', url: `${site.url}/bad`, options })).rejects.toMatchObject({
      code: 'door.bad_path',
    });
    await expect(add({ kind: 'json', name: 'Bad', url: `${site.url}/bad`, options: {} })).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });

  it('takes what knows its secret, once, and nothing else', async () => {
    const options = { mapping: { items: '$.posts', id: '$.id', title: '$.t', text: '$.x' } };
    const { id } = await add({ kind: 'webhook', name: 'Hook', fetchPages: false, options });
    const { secret } = await webhooks.describe(id);
    const document = { posts: [{ id: 1, t: 'Pushed', x: words }, { id: 2 }] };
    const bytes = Buffer.from(JSON.stringify(document));
    const delivery = { document, bytes, secret, signature: undefined };
    expect(await webhooks.receive(id, delivery, new Date())).toEqual({
      accepted: 1,
      rejected: [{ item: 1, code: 'door.item_without_words' }],
    });
    await webhooks.receive(id, delivery, new Date());
    expect(jobs).toHaveLength(1);
    await collect();
    expect(drafts).toMatchObject([{ title: 'Pushed', sourceId: id }]);

    await expect(webhooks.receive(id, { ...delivery, secret: 'guess' }, new Date())).rejects.toMatchObject({
      status: 404,
    });
    await expect(webhooks.receive('nobody', delivery, new Date())).rejects.toMatchObject({ status: 404 });
    const renewed = await webhooks.rotate(id);
    await expect(webhooks.receive(id, delivery, new Date())).rejects.toMatchObject({ code: 'webhook.refused' });

    await service.change(id, { options: { ...options, proof: 'signature' } });
    const signature = `sha256=${createHmac('sha256', renewed.secret).update(bytes).digest('hex')}`;
    await expect(webhooks.receive(id, { ...delivery, secret: renewed.secret }, new Date())).rejects.toMatchObject({
      status: 404,
    });
    expect((await webhooks.receive(id, { document, bytes, secret: undefined, signature }, new Date())).accepted).toBe(
      1,
    );
  });

  it('finds the feeds of a page, reads them, and says which are followed', async () => {
    const feed =
      '<rss version="2.0"><channel><title>All of it</title><item><title>News</title><link>/n</link></item></channel></rss>';
    site.on('/blog', {
      headers: { 'content-type': 'text/html' },
      body: '<title>A &amp; B</title><link rel="alternate" type="application/rss+xml" href="/all.xml"><link rel="alternate" type="application/rss+xml" href="/gone.xml">',
    });
    site.on('/all.xml', { headers: { 'content-type': 'application/rss+xml' }, body: feed });
    const found = await discovery.search(`${site.url}/blog`, new Date());
    expect(found).toMatchObject({
      pageTitle: 'A & B',
      feeds: [
        {
          url: `${site.url}/all.xml`,
          title: 'All of it',
          followedAs: null,
          entries: [{ title: 'News', url: `${site.url}/n` }],
        },
      ],
      unreadable: [{ url: `${site.url}/gone.xml`, code: 'http.404' }],
    });
    await add({ kind: 'feed', name: 'Mine', url: `${site.url}/all.xml` });
    expect((await discovery.search(`${site.url}/all.xml`, new Date())).feeds).toMatchObject([{ followedAs: 'Mine' }]);
    site.on('/plain', { headers: { 'content-type': 'text/html' }, body: '<title>x</title>' });
    site.on('/feed.xml', { headers: { 'content-type': 'application/rss+xml' }, body: feed });
    expect((await discovery.search(`${site.url}/plain`, new Date())).feeds).toMatchObject([
      { url: `${site.url}/feed.xml` },
    ]);
  });

  it('brings subscriptions in once, and out so that they come in again', async () => {
    const opml = new OpmlService(sources, service);
    const list = Buffer.from(
      '<opml version="2.0"><body><outline text="Folder"><outline text="新闻" xmlUrl="https://feeds.test/a"/><outline text="B" xmlUrl="https://feeds.test/b"/></outline></body></opml>',
    );
    expect(await opml.import(list)).toEqual({ added: 2, known: 0, rejected: [] });
    expect(await opml.import(list)).toEqual({ added: 0, known: 2, rejected: [] });
    const written = await opml.export(new Date());
    expect(written).toContain('text="新闻"');
    expect((await opml.import(Buffer.from(written))).added).toBe(0);
    await expect(opml.import(Buffer.from('nonsense'))).rejects.toMatchObject({ code: 'opml.unreadable' });
  });
});
