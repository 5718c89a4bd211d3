import { Database, EgressClient, type EventBus, type QueueService, SecretBox } from '@timbre/platform';
import { testDatabase, type TestDatabase, testSite, type TestSite } from '@timbre/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DoorVisitor } from './doors/door-visitor.service.js';
import { CollectEntriesProcessor } from './entries/collect-entries.processor.js';
import { SourceEntryRepository } from './entries/source-entry.repository.js';
import { CollectionGapRepository } from './health/collection-gap.repository.js';
import { collectionMigrations } from './index.js';
import type { ArticleDraft, ArticleIntake } from './intake/article-intake.port.js';
import { PollService } from './polling/poll.service.js';
import { RobotsGate } from './robots/robots-gate.js';
import { OutletSources } from './sources/outlet-sources.service.js';
import { SourceRepository } from './sources/source.repository.js';
import { SourceEntity } from './sources/source.entity.js';
import { SourceService } from './sources/source.service.js';

// Real: PostgreSQL, a local web server, the guarded client, repositories, services. Kept in memory: the queue, the intake.
const signal = new AbortController().signal;
const userAgent = 'TimbreTest/1.0';

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
  let polls: PollService;
  let collector: CollectEntriesProcessor;
  let service: SourceService;
  let sources: SourceRepository;
  let gaps: CollectionGapRepository;

  beforeAll(async () => {
    test = await testDatabase({ migrations: collectionMigrations, entities: [SourceEntity] });
    site = await testSite();
    const database: Database = test.database;
    const egress = new EgressClient({ allow: [site.host], ports: [80], userAgent });
    sources = new SourceRepository(database);
    gaps = new CollectionGapRepository(database);
    const entries = new SourceEntryRepository(database);
    const robots = new RobotsGate(egress);
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
    service = new SourceService(database, sources, entries, events, queues, secrets, intake, {
      bySource: () => Promise.resolve(new Map()),
    });
    polls = new PollService(database, sources, entries, gaps, egress, robots, queues, events, secrets, new DoorVisitor(egress, secrets, entries));
    collector = new CollectEntriesProcessor(
      sources,
      entries,
      egress,
      robots,
      intake,
      new OutletSources(sources, service),
    );
  });
  afterAll(async () => {
    await site.close();
    await test.close();
  });
  beforeEach(() => {
    drafts = [];
    jobs = [];
  });

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
    await polls.poll(id, signal);
    await collect();
    expect(drafts.map((draft) => draft.title)).toEqual(expect.arrayContaining(['Story 1', 'Story 2']));
    expect(drafts[0]?.text).toContain('sentence after sentence');
    await polls.poll(id, signal);
    expect(jobs).toEqual([]);
    expect((await sources.byId(id))?.failures).toBe(0);
  });

  it('does not fetch what robots.txt closes', async () => {
    const closed = await testSite({ '/robots.txt': { body: 'User-agent: *\nDisallow: /closed' } });
    const egress = new EgressClient({ allow: [closed.host], ports: [80], userAgent });
    const gate = new RobotsGate(egress);
    expect(await gate.allows(`${closed.url}/closed/9`, new Date())).toBe(false);
    expect(await gate.allows(`${closed.url}/open`, new Date())).toBe(true);
    expect(closed.requests.filter((request) => request.path === '/robots.txt')).toHaveLength(1);
    await closed.close();
  });

  it('opens a gap when a server fails twice, tells the cause, and closes it with the next success', async () => {
    let broken = true;
    site.on('/feed-b', () =>
      broken ? { status: 503 } : { headers: { 'content-type': 'application/rss+xml' }, body: feed('') },
    );
    const { id } = await add('/feed-b');
    await polls.poll(id, signal);
    await polls.poll(id, signal);
    const during = await gaps.gapsWithin(new Date(0), new Date(Date.now() + 60_000), [id]);
    expect(during).toMatchObject([{ to: null, cause: 'The server answered 503.' }]);
    broken = false;
    await polls.poll(id, signal);
    const after = await gaps.gapsWithin(new Date(0), new Date(Date.now() + 60_000), [id]);
    expect(after[0]?.to).not.toBeNull();
  });

  it('does not call our own leaving an outage', async () => {
    site.on('/feed-c', { headers: { 'content-type': 'application/rss+xml' }, body: feed('') });
    const { id } = await add('/feed-c');
    await expect(polls.poll(id, AbortSignal.abort())).rejects.toThrow();
    expect(await sources.byId(id)).toMatchObject({ failures: 0, lastError: null });
  });
});
