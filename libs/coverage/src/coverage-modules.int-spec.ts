import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Global, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Request } from 'express';
import { CatalogueHttpModule, catalogueMigrations } from '@timbre/catalogue';
import { COLLECTION_GAP_READER, CollectionTracer, SOURCE_DIRECTORY, SourceService } from '@timbre/collection';
import {
  type AnalysisState,
  type ArticleBatchResult,
  type ArticleDetail,
  type ArticlePage,
  type Correction,
  type OverviewResponse,
  type QualityResponse,
  quoteKey,
  type TopicPreview,
} from '@timbre/contracts';
import {
  bootstrapHttp,
  Database,
  EgressClient,
  EventBus,
  loadSettings,
  LongJobService,
  platformMigrations,
  ProblemError,
  QueueService,
  settingsToken,
} from '@timbre/platform';
import { testDatabase, type TestDatabase } from '@timbre/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CoverageHttpModule } from './coverage-http.module.js';
import { CoverageWorkerModule } from './coverage-worker.module.js';
import { coverageMigrations } from './migrations/index.js';
import { ArticleReader } from './readings/article-reader.service.js';
import { HistoryRereader } from './rereading/history-rereader.service.js';
import { RereadTrigger } from './rereading/reread-trigger.service.js';
import { RecordedQueue } from './test-bed/coverage-test-bed.js';
import { RollupVerifier } from './verification/rollup-verification.service.js';

/** Real: modules, routes, validation, database, the shipped analysis and catalogue. Scripted: queue, events, sources. */
let test: TestDatabase;
let app: NestExpressApplication;
const queue = new RecordedQueue();
const admit = (outlet: string) =>
  outlet === 'Gone'
    ? Promise.reject(new ProblemError({ status: 409, code: 'outlet.taken_down', detail: 'Gone.' }))
    : Promise.resolve();

beforeAll(async () => {
  test = await testDatabase({ migrations: [...platformMigrations, ...catalogueMigrations, ...coverageMigrations] });
  const sources = [{ id: 'push-1', name: 'Wire', outlet: 'Wire', reach: 1, sample: false }];
  const provided = [
    { provide: Database, useValue: test.database },
    { provide: QueueService, useValue: queue },
    { provide: EventBus, useValue: { publish: () => Promise.resolve(), subscribe: () => () => undefined } },
    { provide: settingsToken, useValue: loadSettings({ TIMBRE_EXCERPTS_ONLY: 'yes' }) },
    { provide: EgressClient, useValue: {} },
    { provide: SOURCE_DIRECTORY, useValue: { all: () => Promise.resolve(sources) } },
    { provide: COLLECTION_GAP_READER, useValue: { gapsWithin: () => Promise.resolve([]) } },
    { provide: CollectionTracer, useValue: {} },
    { provide: SourceService, useValue: { receiving: () => Promise.resolve('push-1'), admit } },
  ];
  @Global()
  @Module({ providers: provided, exports: provided.map(({ provide }) => provide) })
  class SurroundingsModule {}
  const jobs: object[] = [];
  const module = await Test.createTestingModule({
    imports: [SurroundingsModule, CatalogueHttpModule, CoverageHttpModule, CoverageWorkerModule],
  })
    .overrideProvider(LongJobService)
    .useValue({ list: () => Promise.resolve(jobs), start: (...job: object[]) => Promise.resolve(jobs.push(job)) })
    .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
    .compile();
  app = module.createNestApplication<NestExpressApplication>({ bodyParser: false });
  bootstrapHttp(app, { bodyLimitBytes: 2_000_000, publicUrl: undefined, trustProxy: 0 });
  app.use((request: Request & { principal?: object }, _response: object, next: () => void) => {
    const role = request.headers['x-role'] ?? 'analyst';
    request.principal = { kind: 'user', userId: 'u1', name: 'Ann', role, scopes: null };
    next();
  });
  await app.listen(0, '127.0.0.1');
}, 60_000);
afterAll(async () => {
  await app.close();
  await test.close();
});

async function call<Body>(
  path: string,
  init: { method?: string; body?: unknown; key?: string; role?: string } = {},
): Promise<{ status: number; body: Body }> {
  const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`, {
    method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(init.key === undefined ? {} : { 'idempotency-key': init.key }),
      ...(init.role === undefined ? {} : { 'x-role': init.role }),
    },
    body: init.body === undefined ? undefined : JSON.stringify(init.body),
  });
  const text = await response.text();
  if (text.startsWith('<')) throw new Error(text);
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body };
}

const text =
  '青衡实验室主任米娅·穆兰迪表示，OpenAI 旗下 Sora 的生成成本远高于 DALL·E。周启岳称 AGI 将从 10 年缩短到一两年。';
const article = {
  url: 'https://example.com/sora?utm_source=x',
  title: 'Sora 年内公开',
  text,
  published: '2026-05-04T08:00:00Z',
};

describe('the way of one article', () => {
  it('leads from a push to the words behind its scores', async () => {
    const pushed = await call<ArticleBatchResult>('articles', { body: { articles: [article], source: 'Wire' } });
    expect(pushed).toMatchObject({ status: 202, body: { accepted: 1, duplicates: 0 } });
    for (const { articleIds } of queue.jobs.splice(0)) await app.get(ArticleReader).read(articleIds);

    const list = await call<ArticlePage>('articles?q=穆兰迪&from=2026-05-01T00:00:00Z&to=2026-06-01T00:00:00Z');
    expect(list.body).toMatchObject({ total: 1, items: [{ state: 'read', sourceName: 'Wire', lang: 'zh' }] });
    const { body: detail } = await call<ArticleDetail>(`articles/${pushed.body.ids[0]}`);
    expect(detail.reading?.entities.map(({ id }) => id)).toContain('openai');
    for (const target of detail.reading?.targets ?? []) {
      for (const evidence of target.evidence) expect(detail.text.slice(evidence.from, evidence.to)).not.toBe('');
    }
    const { body: overview } = await call<OverviewResponse>(
      'coverage/overview?from=2026-05-01T00:00:00Z&to=2026-06-01T00:00:00Z&tz=Asia/Shanghai',
    );
    expect(overview.totals.current.n).toBe(1);
    expect(overview.provenance.versions).toHaveLength(1);
    expect(
      (await call<object>('coverage/targets/entity:openai?from=2026-05-01T00:00:00Z&to=2026-06-01T00:00:00Z')).status,
    ).toBe(200);
    expect((await app.get(RollupVerifier).verify()).differences).toEqual([]);
  });

  it('can be corrected and confirmed by an analyst', async () => {
    const { body: list } = await call<ArticlePage>('articles?unit=articles');
    const at = `articles/${list.items[0]?.id}`;
    const value = { label: 'negative' };
    const made = await call<Correction>(`${at}/corrections`, {
      body: { kind: 'mention', key: 'entity:openai', value },
    });
    expect(made).toMatchObject({ status: 201, body: { kind: 'mention', value, by: 'Ann' } });
    const speaker = { speaker: '山姆·奥特曼' };
    const { body: before } = await call<ArticleDetail>(at);
    const key = before.reading?.quotes[0] === undefined ? '' : quoteKey(before.reading.quotes[0]);
    expect(await call(`${at}/corrections`, { body: { kind: 'quote', key, value: speaker } })).toMatchObject({
      status: 201,
      body: { value: { ...speaker, speakerEntity: 'sam-altman' } },
    });
    const bad = [
      { kind: 'mention', key: 'nonsense', value },
      { kind: 'mention', key: 'all' },
      { kind: 'quote', key, value },
    ];
    for (const body of bad) expect((await call(`${at}/corrections`, { body })).status).toBe(400);
    expect((await call<ArticleDetail>(at)).body.corrections).toHaveLength(2);
    const { body: quality } = await call<QualityResponse>('quality');
    expect(quality).toMatchObject({ labels: { accuracy: { n: 1 } } });
    expect((await call(`${at}/corrections/${made.body.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await call(`${at}/corrections/${made.body.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await app.get(RollupVerifier).verify()).differences).toEqual([]);
  });

  it('answers a repeated push as it did the first time', async () => {
    const body = { ...article, url: 'https://example.com/second' };
    const first = await call<ArticleBatchResult>('articles', { body, key: 'k1' });
    expect(await call('articles', { body, key: 'k1' })).toEqual(first);
    expect((await call<ArticleBatchResult>('articles', { body })).body).toMatchObject({ accepted: 0, duplicates: 1 });
    expect((await call('articles', { body: article, key: 'k1' })).status).toBe(422);
  });

  it('stores nothing of a batch with an outlet that was taken down, under whatever source it comes', async () => {
    const total = async () => (await call<ArticlePage>('articles?unit=articles')).body.total;
    const before = await total();
    const of = (outlet: string) => ({ ...article, url: `https://example.com/${outlet}`, outlet });
    for (const source of ['Wire', undefined]) {
      const articles = [of('Wire'), of('Gone')];
      expect(await call('articles', { body: { articles, ...(source && { source }) } })).toMatchObject({
        status: 409,
        body: { code: 'outlet.taken_down' },
      });
    }
    expect(await total()).toBe(before);
  });

  it('gives viewers excerpts where so set, analysts the whole', async () => {
    const { body: list } = await call<ArticlePage>('articles?unit=articles');
    const at = `articles/${list.items[0]?.id}`;
    const whole = (await call<ArticleDetail>(at)).body;
    const seen = (await call<ArticleDetail>(at, { role: 'viewer' })).body;
    expect(whole.excerptsOnly).toBeUndefined();
    expect(seen.excerptsOnly).toBe(true);
    expect(seen.text).toHaveLength(whole.text.length);
    expect(seen.text).toMatch(/… +/);
    expect(seen.reading?.text).toBe(seen.text);
  });

  it('ends with its removal', async () => {
    const { body: list } = await call<ArticlePage>('articles?unit=articles');
    const id = list.items[0]?.id;
    expect((await call(`articles/${id}/exclude`, { method: 'POST' })).status).toBe(204);
    expect((await call<ArticleDetail>(`articles/${id}`)).body).toMatchObject({ state: 'excluded', reading: null });
    expect((await call(`articles/${id}/include`, { method: 'POST' })).status).toBe(204);
    expect((await call(`articles/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await call(`articles/${id}`)).status).toBe(404);
    expect((await app.get(RollupVerifier).verify()).differences).toEqual([]);
  });
});

describe('routes', () => {
  it.each([
    ['coverage/overview?bucket=year', 400],
    ['coverage/overview?tz=Mars/Olympus', 400],
    ['coverage/series?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z', 400],
    ['coverage/series?from=1926-02-01T00:00:00Z&to=2026-01-01T00:00:00Z&bucket=hour', 200],
    ['coverage/series?targets=nonsense', 400],
    ['coverage/targets/nonsense', 400],
    ['coverage/targets/topic:unknown', 200],
    ['coverage/breakdown?by=moon', 400],
    ['coverage/breakdown?by=topic', 200],
    ['coverage/extent', 200],
    ['quality', 200],
    ['articles?q=((AGI', 400],
    ['articles?cursor=zzz', 400],
    ['articles?limit=100000', 400],
    ['articles?story=nonsense', 200],
    ['articles/nonsense', 404],
    ['forecasts?subject=agi', 200],
    ['quotes?speaker=zhou-hongyi&limit=5', 200],
  ])('%s → %i', async (path, status) => {
    const answer = await call<{ code?: string }>(path);
    expect(answer.status).toBe(status);
    if (status >= 400) expect(answer.body.code).toMatch(/\w/);
  });

  it('preview a topic on what there is, and point at the column of a mistake', async () => {
    await call('articles', { body: { ...article, published: new Date().toISOString() } });
    const found = await call<TopicPreview>('catalogue/topics/preview', { body: { query: 'Sora AND 成本', days: 30 } });
    expect(found.body).toMatchObject({ error: null, matched: 1 });
    const almost = await call<TopicPreview>('catalogue/topics/preview', { body: { query: 'Sora AND 土豆', days: 30 } });
    expect(almost.body).toMatchObject({ matched: 0, almost: [{ missing: '土豆' }] });
    const broken = await call<TopicPreview>('catalogue/topics/preview', { body: { query: '((AGI', days: 30 } });
    expect(broken.body.error?.column).toBeGreaterThan(0);
  });
});

describe('an edit of the catalogue', () => {
  it('has history read again, once', async () => {
    for (const { articleIds } of queue.jobs.splice(0)) await app.get(ArticleReader).read(articleIds);
    const trigger = app.get(RereadTrigger);
    expect(await trigger.check(new Date())).toBe(false);
    const topic = { names: { en: 'X' }, query: '成本' };
    expect(await call('catalogue/topics', { body: { ...topic, query: '((成本' } })).toMatchObject({ status: 400 });
    expect(await call('catalogue/topics', { body: topic })).toMatchObject({ status: 201, body: { id: 'x' } });
    expect(await call('catalogue/topics', { body: topic })).toMatchObject({ status: 409 });
    const rereader = app.get(HistoryRereader);
    expect(await trigger.check(new Date())).toBe(true);
    const reports: number[] = [];
    const progress = (done: number): Promise<void> => Promise.resolve(void reports.push(done));
    expect(await rereader.run({ signal: AbortSignal.abort(), progress })).toBe(0);
    const read = await rereader.run({ signal: new AbortController().signal, progress });
    expect(read).toBeGreaterThan(0);
    expect(reports.at(-1)).toBe(read);
    expect(await rereader.run({ signal: new AbortController().signal, progress })).toBe(0);
    const { body } = await call<OverviewResponse>(
      'coverage/overview?targets=topic:x&unit=articles&from=2020-01-01T00:00:00Z',
    );
    expect(body.totals.current.n).toBe(read);
    expect((await app.get(RollupVerifier).verify()).differences).toEqual([]);
  });
});

describe('the state of the analysis', () => {
  it('is told, and there is nothing to read again where nothing is outdated', async () => {
    const state = await call<AnalysisState>('quality/analysis');
    expect(state).toMatchObject({ status: 200, body: { running: { scorer: '', fallback: null }, reread: 'ask' } });
    expect(state.body).toMatchObject({ outdated: 0, fallbacks: 0, usage: [] });
    expect(await call('quality/preview', { body: {} })).toMatchObject({
      status: 409,
      body: { code: 'reread.nothing' },
    });
    expect(await call('quality/reread', { body: {} })).toMatchObject({ status: 409 });
    expect(await call('quality/preview', { body: { sample: 5 } })).toMatchObject({ status: 400 });
  });
});
