import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventBus, loadSettings, type QueueService, SecretBox } from '@timbre/platform';
import { testDatabase, type TestDatabase } from '@timbre/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyedEntry } from '../entries/announced-entry.js';
import { CollectEntriesProcessor } from '../entries/collect-entries.processor.js';
import type { PageFetcher } from '../entries/page-fetcher.js';
import { SourceEntryRepository } from '../entries/source-entry.repository.js';
import { type ImportRun, ImportRunRepository } from '../imports/import-run.repository.js';
import { ImportService } from '../imports/import.service.js';
import { collectionMigrations } from '../index.js';
import type { ArticleDraft, ArticleIntake } from '../intake/article-intake.port.js';
import { OutletSources } from '../sources/outlet-sources.service.js';
import { SourceEntity } from '../sources/source.entity.js';
import { SourceRepository } from '../sources/source.repository.js';
import { SourceService } from '../sources/source.service.js';
import { TakedownRepository } from './takedown.repository.js';
import { Takedown } from './takedown.service.js';

// Real: PostgreSQL, repositories, services. Scripted: coverage, which deletes the articles.
describe('takedown', () => {
  let test: TestDatabase;
  let sources: SourceRepository;
  let service: SourceService;
  let entries: SourceEntryRepository;
  let takedown: Takedown;
  let outlets: OutletSources;
  let takedowns: TakedownRepository;
  let collector: CollectEntriesProcessor;
  let imports: ImportService;
  let runs: ImportRunRepository;
  let folder: string;
  let drafts: ArticleDraft[] = [];
  let duringRemoval: (() => Promise<void>) | undefined;
  const removed: string[] = [];
  const watcher = { signal: new AbortController().signal, progress: () => Promise.resolve() };

  beforeAll(async () => {
    test = await testDatabase({ migrations: collectionMigrations, entities: [SourceEntity] });
    sources = new SourceRepository(test.database);
    entries = new SourceEntryRepository(test.database);
    const events = { publish: () => Promise.resolve() } as unknown as EventBus;
    const queues = { add: () => Promise.resolve('') } as unknown as QueueService;
    const intake: ArticleIntake = {
      accept: (given) => {
        drafts.push(...given);
        return Promise.resolve(given.map(() => ({ id: randomUUID(), status: 'new' as const })));
      },
      removeSources: async (ids, goOn) => {
        removed.push(...ids);
        await duringRemoval?.();
        await goOn?.(3);
        return 3;
      },
    };
    const counts = { bySource: () => Promise.resolve(new Map<string, number>()) };
    const secrets = new SecretBox('x'.repeat(32));
    const { database } = test;
    takedowns = new TakedownRepository(database);
    service = new SourceService(database, sources, entries, events, queues, secrets, intake, counts, takedowns);
    takedown = new Takedown(takedowns, events, intake, counts);
    outlets = new OutletSources(sources, service);
    const noPages = {} as unknown as PageFetcher;
    collector = new CollectEntriesProcessor(sources, entries, noPages, queues, intake, outlets);
    runs = new ImportRunRepository(database);
    imports = new ImportService(database, runs, service, outlets, intake, loadSettings({}));
    folder = await mkdtemp(join(tmpdir(), 'timbre-takedown-'));
  });
  afterAll(async () => {
    await test.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    drafts = [];
    duringRemoval = undefined;
  });

  const base = { kind: 'feed', reach: 1, fetchPages: false, enabled: true } as const;
  const entry = (text: string, outlet?: string) =>
    keyedEntry(text, {
      url: null,
      title: '',
      text,
      byline: null,
      published: null,
      lang: null,
      ...(outlet && { outlet }),
    });
  const collect = (sourceId: string, keys: string[]) =>
    collector.process(
      { sourceId, keys },
      { jobId: '1', attempt: 1, attempts: 1, signal: watcher.signal, progress: watcher.progress },
    );
  async function importLines(...lines: object[]): Promise<{ run: ImportRun; codes: string[] }> {
    const id = randomUUID();
    const file = join(folder, `${id}.jsonl`);
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const sourceId = await service.receiving('file', `${id}.jsonl`);
    const counts = { lines: 0, accepted: 0, duplicates: 0, rejected: 0 };
    await runs.insert({ id, sourceId, file, fileName: `${id}.jsonl`, format: 'jsonl', ...counts }, new Date());
    const run = await imports.run(id, watcher);
    return { run, codes: (await runs.errors(id, 0, 100)).map(({ line, code }) => `${line} ${code}`) };
  }

  it('deletes an outlet wherever it came from, keeps it out, and leaves others alone', async () => {
    const one = await service.add({ ...base, name: 'Feed', outlet: 'Paper', url: 'https://paper.test/a' });
    const two = await service.add({ ...base, name: 'Other', outlet: 'PAPER', url: 'https://paper.test/b' });
    const spared = await service.add({ ...base, name: 'Spared', outlet: 'Spared', url: 'https://spared.test/a' });
    const aggregator = await service.add({ ...base, name: 'All', outlet: 'All', url: 'https://all.test/a' });
    await entries.announce(one.id, [entry('a')], new Date());
    await entries.announce(spared.id, [entry('b')], new Date());
    await entries.announce(aggregator.id, [entry('c', 'Paper'), entry('d', 'Spared')], new Date());

    const families = (await sources.facts()).map(({ name, family }) => `${name}: ${family ?? ''}`);
    expect(families.sort()).toEqual(['All: All', 'Feed: PAPER', 'Other: PAPER', 'Spared: Spared']);

    const heard: number[] = [];
    const progress = (done: number) => Promise.resolve(void heard.push(done));
    expect(await takedown.run('paper', { ...watcher, progress })).toBe(6);
    expect(removed.sort()).toEqual([one.id, two.id].sort());
    expect(heard).toEqual([0, 3, 6]);
    const left = await test.database.query<{ text: string }>(
      `SELECT announced ->> 'text' AS text FROM source_entry ORDER BY 1`,
    );
    expect(left.map(({ text }) => text)).toEqual(['b', 'd']);
    const enabled = (await sources.listed()).filter((source) => source.enabled).map(({ name }) => name);
    expect(enabled.sort()).toEqual(['All', 'Spared']);
    await expect(outlets.sourceFor('Paper', aggregator.id)).rejects.toMatchObject({ code: 'outlet.taken_down' });
  });

  it('holds at every door when the sources are gone, until it is ended', async () => {
    const feed = await service.add({ ...base, name: 'Gazette', url: 'https://www.gazette.com/feed' });
    await service.add({ ...base, name: 'Gazette mirror', outlet: 'Gazette', url: 'https://feeds.mirror.com/gazette' });
    const other = await service.add({ ...base, name: 'Neighbour', url: 'https://feeds.mirror.com/neighbour' });
    await takedown.run('Gazette', watcher);
    for (const id of await takedowns.sourcesOf('gazette')) await service.remove(id, false);
    expect(await takedowns.sourcesOf('gazette')).toEqual([]);

    const refused = { status: 409, code: 'outlet.taken_down' };
    await expect(service.receiving('push', ' GAZETTE')).rejects.toMatchObject(refused);
    await expect(service.receiving('file', 'Gazette')).rejects.toMatchObject(refused);
    await expect(outlets.sourceFor('gazette', 'search')).rejects.toMatchObject(refused);
    await expect(outlets.sourceFor('gazette.com', 'search')).rejects.toMatchObject(refused);
    await expect(service.add({ ...base, name: 'Gazette', url: 'https://other.test/feed' })).rejects.toMatchObject(
      refused,
    );
    await expect(service.change(other.id, { outlet: 'Gazette' })).rejects.toMatchObject(refused);
    // Its mirror's host is its neighbour's, too.
    expect(await outlets.sourceFor('mirror.com', 'search')).toBe(other.id);

    const waiting = await entries.announce(other.id, [entry('x', 'Gazette'), entry('y', 'Neighbour')], new Date());
    await collect(other.id, waiting);
    expect(drafts.map(({ text }) => text)).toEqual(['y']);
    expect((await takedowns.all()).map(({ outlet }) => outlet)).toContain('gazette');
    expect(await takedowns.letIn('GAZETTE')).toBe(true);
    expect(await takedowns.letIn('gazette')).toBe(false);
    expect(await service.receiving('push', 'Gazette')).not.toBe(feed.id);
    expect(await outlets.sourceFor('gazette.com', 'search')).toBeTruthy();
  });

  it('rejects lines of an import with the reason, and asks anew in each run', async () => {
    const line = (outlet: string) => ({ title: outlet, text: `Words of ${outlet}.`, outlet });
    const before = await importLines(line('Herald'), line('Tribune'));
    expect(before).toMatchObject({ run: { accepted: 2, rejected: 0 }, codes: [] });
    await takedown.run('Herald', watcher);
    const tribune = drafts.find(({ title }) => title === 'Tribune')?.sourceId ?? '';
    await service.change(tribune, { enabled: false });
    const after = await importLines(line('herald'), line('Herald'), line('Courier'), line('Tribune'));
    expect(after).toMatchObject({
      run: { accepted: 1, rejected: 3, lines: 4 },
      codes: ['1 outlet.taken_down', '2 outlet.taken_down', '4 outlet.off'],
    });
  });

  it('leaves nothing that waited or came in between, and nothing of a paused source is taken', async () => {
    const late = await service.add({ ...base, name: 'Late', url: 'https://late.test/feed' });
    const early = await entries.announce(late.id, [entry('early')], new Date());
    let leftAtRemoval = -1;
    let announced: string[] = [];
    duringRemoval = async () => {
      leftAtRemoval = (await entries.waiting(late.id, early)).length;
      announced = await entries.announce(late.id, [entry('in between')], new Date());
      await collect(late.id, [...early, ...announced]);
    };
    await takedown.run('Late', watcher);
    expect({ leftAtRemoval, announced: announced.length, drafts }).toEqual({
      leftAtRemoval: 0,
      announced: 1,
      drafts: [],
    });
    expect(await entries.waiting(late.id, [...early, ...announced])).toEqual([]);

    const paused = await service.add({ ...base, name: 'Paused', url: 'https://paused.test/feed' });
    const keys = await entries.announce(paused.id, [entry('patient')], new Date());
    await service.change(paused.id, { enabled: false });
    await collect(paused.id, keys);
    const later = new Date(Date.now() + 3_600_000);
    const taken = async () => (await entries.takeDue(later, 0, 10)).filter(({ sourceId }) => sourceId === paused.id);
    expect(await taken()).toEqual([]);
    expect(drafts).toEqual([]);
    await service.change(paused.id, { enabled: true });
    expect(await taken()).toHaveLength(1);
    await collect(paused.id, keys);
    expect(drafts.map(({ text }) => text)).toEqual(['patient']);
  });
});
