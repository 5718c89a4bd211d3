import { type EventBus, type QueueService, SecretBox } from '@timbre/platform';
import { testDatabase, type TestDatabase } from '@timbre/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyedEntry } from '../entries/announced-entry.js';
import { SourceEntryRepository } from '../entries/source-entry.repository.js';
import { collectionMigrations } from '../index.js';
import type { ArticleIntake } from '../intake/article-intake.port.js';
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
  const removed: string[] = [];

  beforeAll(async () => {
    test = await testDatabase({ migrations: collectionMigrations, entities: [SourceEntity] });
    sources = new SourceRepository(test.database);
    entries = new SourceEntryRepository(test.database);
    const events = { publish: () => Promise.resolve() } as unknown as EventBus;
    const queues = { add: () => Promise.resolve('') } as unknown as QueueService;
    const intake: ArticleIntake = {
      accept: () => Promise.resolve([]),
      removeSources: async (ids, goOn) => {
        removed.push(...ids);
        await goOn?.(3);
        return 3;
      },
    };
    const counts = { bySource: () => Promise.resolve(new Map<string, number>()) };
    const secrets = new SecretBox('x'.repeat(32));
    service = new SourceService(test.database, sources, entries, events, queues, secrets, intake, counts);
    takedown = new Takedown(new TakedownRepository(test.database), events, intake, counts);
    outlets = new OutletSources(sources, service);
  });
  afterAll(() => test.close());

  it('deletes an outlet wherever it came from, keeps it out, and leaves others alone', async () => {
    const base = { kind: 'feed', reach: 1, fetchPages: false, enabled: true } as const;
    const one = await service.add({ ...base, name: 'Feed', outlet: 'Paper', url: 'https://paper.test/a' });
    const two = await service.add({ ...base, name: 'Other', outlet: 'PAPER', url: 'https://paper.test/b' });
    const spared = await service.add({ ...base, name: 'Spared', outlet: 'Spared', url: 'https://spared.test/a' });
    const aggregator = await service.add({ ...base, name: 'All', outlet: 'All', url: 'https://all.test/a' });
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
    await entries.announce(one.id, [entry('a')], new Date());
    await entries.announce(spared.id, [entry('b')], new Date());
    await entries.announce(aggregator.id, [entry('c', 'Paper'), entry('d', 'Spared')], new Date());

    const families = (await sources.facts()).map(({ name, family }) => `${name}: ${family ?? ''}`);
    expect(families.sort()).toEqual(['All: All', 'Feed: PAPER', 'Other: PAPER', 'Spared: Spared']);

    const heard: number[] = [];
    const progress = (done: number) => Promise.resolve(void heard.push(done));
    const watcher = { signal: new AbortController().signal, progress };
    expect(await takedown.run('paper', watcher)).toBe(6);
    expect(removed.sort()).toEqual([one.id, two.id].sort());
    expect(heard).toEqual([0, 3, 6]);
    const left = await test.database.query<{ text: string }>(
      `SELECT announced ->> 'text' AS text FROM source_entry ORDER BY 1`,
    );
    expect(left.map(({ text }) => text)).toEqual(['b', 'd']);
    const enabled = (await sources.listed()).filter((source) => source.enabled).map(({ name }) => name);
    expect(enabled.sort()).toEqual(['All', 'Spared']);
    expect(await outlets.sourceFor('Paper', aggregator.id)).toMatchObject({ enabled: false });
  });
});
