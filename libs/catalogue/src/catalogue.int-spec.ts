import { type Catalogue, catalogue as catalogueSchema } from '@timbre/contracts';
import { type AppEvent } from '@timbre/contracts';
import { EventBus, type EventListener } from '@timbre/platform';
import { testDatabase, type TestDatabase } from '@timbre/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CatalogueRepository } from './catalogue/catalogue.repository.js';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { CatalogueEditRepository } from './editing/catalogue-edit.repository.js';
import { CatalogueEditor } from './editing/catalogue-editor.service.js';
import { catalogueMigrations } from './index.js';
import { CatalogueSeeder } from './seeding/catalogue-seeder.service.js';

/** Delivers to this process at once. */
class LocalEvents extends EventBus {
  readonly heard: AppEvent[] = [];
  private readonly listeners = new Set<EventListener>();

  publish(type: AppEvent['type'], data: AppEvent['data']): Promise<void> {
    const event = { type, data } as AppEvent;
    this.heard.push(event);
    for (const listener of this.listeners) listener(event);
    return Promise.resolve();
  }
  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

const shipped: Catalogue = {
  version: 'shipped',
  entities: [
    {
      id: 'openai',
      kind: 'organisation',
      names: { en: 'OpenAI', zh: '开放人工智能' },
      aliases: [{ text: 'Open AI' }, { text: '开放人工智能', lang: 'zh' }, { text: 'OAI', caseSensitive: true }],
    },
    { id: 'sora', kind: 'product', names: { en: 'Sora' }, aliases: [], partOf: 'openai', description: 'video' },
  ],
  topics: [{ id: 'agi', names: { en: 'AGI timelines', zh: 'AGI 时间表' }, query: 'AGI NEAR/8 "next year"' }],
};
const by = { userId: 'u1', at: new Date('2026-01-02T00:00:00Z') };
let test: TestDatabase;
let service: CatalogueService;
let editor: CatalogueEditor;
let seeder: CatalogueSeeder;
const events = new LocalEvents();

beforeAll(async () => {
  test = await testDatabase({ migrations: catalogueMigrations });
  const repository = new CatalogueRepository(test.database);
  const edits = new CatalogueEditRepository(test.database);
  service = new CatalogueService(repository, events);
  editor = new CatalogueEditor(test.database, repository, edits, service, events);
  seeder = new CatalogueSeeder(test.database, repository, edits, service, events);
});
afterAll(() => test.close());

it('is seeded once and comes back as it was shipped', async () => {
  const written = await Promise.all([seeder.seed(shipped, by.at), seeder.seed(shipped, by.at)]);
  expect(written.toSorted()).toEqual([0, 3]);
  const { version, catalogue } = await service.current();
  expect(catalogueSchema.parse(catalogue)).toEqual({ ...shipped, version: String(version) });
});

it('grows a version with each edit, tells everyone, and is new at the next question', async () => {
  const before = await service.current();
  const changed = await editor.changeTopic('agi', { names: { en: 'AGI' }, query: 'AGI' }, by);
  expect(changed).toMatchObject({ names: { en: 'AGI' }, builtIn: true });
  const after = await service.current();
  expect(after.version).toBe(before.version + 1);
  expect(after.catalogue.topics).toEqual([{ id: 'agi', names: { en: 'AGI' }, query: 'AGI' }]);
  expect(events.heard.at(-1)).toEqual({ type: 'catalogue.changed', data: { version: after.version } });
});

it('keeps both sides of an edit', async () => {
  await editor.removeEntity('sora', by);
  const [edit] = await test.database.query('SELECT * FROM catalogue_edit ORDER BY version DESC LIMIT 1');
  expect(edit).toMatchObject({
    action: 'removed',
    user_id: 'u1',
    before: { id: 'sora', partOf: 'openai' },
    after: null,
  });
});

it('is not seeded over what people did', async () => {
  expect(await seeder.seed(shipped, by.at)).toBe(0);
  const { catalogue } = await service.current();
  expect(catalogue.entities.map(({ id }) => id)).toEqual(['openai']);
});

it('gives new items an id, and refuses taken and unreadable ones', async () => {
  const input = { kind: 'person' as const, names: { en: 'Mira Murati' }, aliases: [{ text: '穆拉蒂' }] };
  expect((await editor.createEntity(input, by)).id).toBe('mira-murati');
  await expect(editor.createEntity(input, by)).rejects.toThrow('already');
  await expect(editor.createEntity({ ...input, id: 'a b' }, by)).rejects.toThrow('letters');
  await expect(editor.createTopic({ names: { en: 'T' }, query: '((AGI' }, by)).rejects.toThrow('query: Column');
  await expect(editor.changeEntity('nobody', input, by)).rejects.toThrow('no entity nobody');
});

it('counts concurrent edits one by one', async () => {
  const { version } = await service.current();
  const edit = (index: number) => editor.createTopic({ names: { en: `Topic ${index}` }, query: 'AGI' }, by);
  await Promise.all(Array.from({ length: 8 }, (_, index) => edit(index)));
  expect((await service.current()).version).toBe(version + 8);
});
