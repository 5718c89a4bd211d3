import 'reflect-metadata';
import { request } from 'node:http';
import { Body, Controller, Get, Logger, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  bootstrapHttp,
  Database,
  EventBus,
  httpApplicationOptions,
  loadSettings,
  NotFoundError,
  platformMigrations,
  PlatformModules,
  RateLimited,
  SecretBox,
} from '@timbre/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testDatabase, type TestDatabase } from '../postgres/test-database.js';
import { waitUntil } from '../wait-until.js';

const thing = z.object({ name: z.string().min(1), items: z.array(z.object({ url: z.url() })).default([]) }).strict();

@Controller('things')
class ThingController {
  constructor(private readonly database: Database) {}

  @Post()
  add(@Body({ schema: thing }) body: z.output<typeof thing>): unknown {
    return body;
  }

  @Get()
  list(@Query({ schema: z.object({ n: z.coerce.number().int().max(9).default(1) }) }) query: { n: number }): unknown {
    return { ...query, padding: 'x'.repeat(3_000) };
  }

  @Get('broken')
  async broken(): Promise<unknown> {
    throw new Error('secret detail');
  }

  @Get('limited')
  @RateLimited('trial', { points: 3, perSeconds: 60 })
  limited(): string {
    return 'ok';
  }

  @Get('text/:text')
  text(@Param('text') text: string): Promise<unknown> {
    return this.database.query('SELECT $1::text', [text]);
  }

  @Get(':id')
  get(@Param('id', { schema: z.uuid() }) id: string): never {
    throw new NotFoundError('thing', id);
  }
}

let test: TestDatabase;
let app: NestExpressApplication;
let url: string;

beforeAll(async () => {
  Logger.overrideLogger(false);
  test = await testDatabase({ migrations: platformMigrations });
  const settings = loadSettings({ TIMBRE_BODY_LIMIT: '2048' });
  const options = { settings, databaseUrl: test.url, secrets: new SecretBox('x'.repeat(32)) };

  @Module({
    imports: [...PlatformModules.core(options, 'test'), ...PlatformModules.http(options)],
    controllers: [ThingController],
  })
  class TrialModule {}

  app = await NestFactory.create<NestExpressApplication>(TrialModule, httpApplicationOptions);
  bootstrapHttp(app, settings);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const post = (body: string | object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/v1/things`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('bad input', () => {
  it.each([
    ['a wrong type deep inside', { name: 'n', items: [{ url: 'https://x.org' }, { url: 3 }] }, 400, 'items.1.url'],
    ['a missing field', {}, 400, 'name'],
    ['an unknown field', { name: 'n', extra: 1 }, 400, ''],
    ['a body that is no object', '[1]', 400, ''],
  ])('%s is answered with its path', async (_what, body, status, path) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = (await response.json()) as { code: string; errors: { path: string }[]; requestId: string };
    expect(problem).toMatchObject({ code: 'input.invalid', status });
    expect(problem.errors[0]?.path).toBe(path);
    expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  });

  it.each([
    ['broken JSON', '{"name":', 400],
    ['a body over the limit', { name: 'x'.repeat(3_000) }, 413],
  ])('%s never is our fault', async (_what, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  it.each([
    ['/api/v1/things/not-a-uuid', 400],
    ['/api/v1/things/00000000-0000-4000-8000-000000000000', 404],
    ['/api/v1/things?n=10', 400],
    ['/api/v1/things/text/%00', 400],
    ['/api/v1/things/text/%E0%A4%A', 400],
    ['/api/v1/nothing', 404],
  ])('%s is answered with %s', async (path, status) => {
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, code: expect.any(String) as string });
  });

  it('is told under an address that names no secret', async () => {
    const response = await fetch(`${url}/api/v1/shared/a-secret/report.pdf`);
    const { instance } = (await response.json()) as { instance: string };
    expect(instance).toMatch(/\/shared\/…\/report\.pdf$/);
  });

  it('of ours is hidden behind a bare 500', async () => {
    const response = await fetch(`${url}/api/v1/things/broken`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret detail');
  });
});

it('sends strict headers, compresses, and answers 304 to who knows the answer already', async () => {
  const first = await fetch(`${url}/api/v1/things`);
  expect(first.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
  expect(first.headers.get('x-powered-by')).toBeNull();
  expect(first.headers.get('server-timing')).toMatch(/^app;dur=/);
  expect(first.headers.get('content-encoding')).toBe('gzip');
  const etag = first.headers.get('etag') ?? '';
  expect(
    (await fetch(`${url}/api/v1/things`, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })).status,
  ).toBe(304);
});

it('limits a route per address and says when to come back', async () => {
  const statuses: number[] = [];
  let last: Response | undefined;
  for (let n = 0; n < 4; n += 1) statuses.push((last = await fetch(`${url}/api/v1/things/limited`)).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('streams events, and fills the gap for a browser that comes back', async () => {
  const bus = app.get(EventBus);
  const read = (lastId?: string) => {
    let text = '';
    const call = request(`${url}/api/v1/events`, { headers: lastId === undefined ? {} : { 'last-event-id': lastId } });
    call.on('response', (response) => response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)));
    call.on('error', () => undefined);
    call.end();
    return { text: () => text, end: () => void call.destroy() };
  };
  const first = read();
  await waitUntil('an event arrives', async () => {
    await bus.publish('source.changed', { sourceId: 'a' });
    return first.text().includes('"sourceId":"a"');
  });
  const id = /id: (\S+)/.exec(first.text())?.[1];
  first.end();
  await bus.publish('source.changed', { sourceId: 'missed' });
  const second = read(id);
  await waitUntil('the missed one is told', () => second.text().includes('"sourceId":"missed"'));
  expect(second.text()).not.toContain('resync');
  second.end();
  const stranger = read('other-7');
  await waitUntil('a stranger is told to load again', () => stranger.text().includes('{"type":"resync"}'));
  stranger.end();
});

it('tells load balancers whether it can work', async () => {
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const ready = await fetch(`${url}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', checks: { database: 'ok', queue: 'ok' } },
  ]);
});
