import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Request } from 'express';
import { AlertingHttpModule, alertingMigrations, AlertingWorkerModule } from '@timbre/alerting';
import { catalogueMigrations } from '@timbre/catalogue';
import { CollectionHttpModule, collectionMigrations, CollectionWorkerModule, SampleService } from '@timbre/collection';
import {
  type ExportSize,
  type LongJob,
  type Report,
  type ReportDocument,
  reportFormat,
  reportTemplateName,
} from '@timbre/contracts';
import { CoverageHttpModule, coverageMigrations, CoverageQueries, CoverageWorkerModule } from '@timbre/coverage';
import {
  bootstrapHttp,
  Database,
  loadSettings,
  LongJobService,
  platformMigrations,
  PlatformModules,
  SecretBox,
} from '@timbre/platform';
import {
  testDatabase,
  type TestDatabase,
  testMailbox,
  type TestMailbox,
  testSite,
  type TestSite,
  waitUntil,
} from '@timbre/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchiveService } from './archive/archive.service.js';
import { json, type RunningReporting, template } from './int-suites/running-reporting.js';
import { scheduleSuite } from './int-suites/schedule-suite.js';
import { shareSuite } from './int-suites/share-suite.js';
import { reportingMigrations, ReportingHttpModule, ReportingWorkerModule, ReportService } from './index.js';

/** Real: every module, database, queue, analysis, sample coverage, mail server. Set aside: sign-in (the test is the analyst). */
let test: TestDatabase;
let mailbox: TestMailbox;
let site: TestSite;
let folder: string;
let app: NestExpressApplication;
let url: string;
let now: Date;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-reporting-'));
  mailbox = await testMailbox();
  site = await testSite({ '/hook': { status: 200 } });
  test = await testDatabase({
    migrations: [
      ...platformMigrations,
      ...catalogueMigrations,
      ...collectionMigrations,
      ...coverageMigrations,
      ...alertingMigrations,
      ...reportingMigrations,
    ],
  });
  const settings = loadSettings({
    TIMBRE_DATA: folder,
    TIMBRE_SMTP_URL: mailbox.url,
    TIMBRE_RATE_LIMIT: '0',
    TIMBRE_EXCERPTS_ONLY: 'yes',
    TIMBRE_EGRESS_ALLOW: site.host,
  });
  const options = { settings, databaseUrl: test.url, secrets: new SecretBox('a secret for tests only, 32 long') };
  const module = await Test.createTestingModule({
    imports: [
      ...PlatformModules.core(options, 'reporting test'),
      ...PlatformModules.http(options),
      CollectionHttpModule,
      CollectionWorkerModule,
      CoverageHttpModule,
      CoverageWorkerModule,
      AlertingHttpModule,
      AlertingWorkerModule,
      ReportingHttpModule,
      ReportingWorkerModule,
      ...PlatformModules.workers(options),
    ],
  })
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
  url = `http://127.0.0.1:${((app.getHttpServer() as Server).address() as AddressInfo).port}/api/v1`;
  await app.get(SampleService, { strict: false }).load(new AbortController().signal, () => Promise.resolve());
  await waitUntil(
    'the sample is read',
    async () => {
      const [row] = await app
        .get(Database)
        .query<{ n: number }>(`SELECT count(*)::int AS n FROM article WHERE state = 'waiting'`);
      return row?.n === 0;
    },
    90_000,
  );
  now = new Date((await app.get(CoverageQueries, { strict: false }).extent()).last!);
}, 180_000);

afterAll(async () => {
  await app.close();
  await test.close();
  await mailbox.close();
  await site.close();
  await rm(folder, { recursive: true });
}, 60_000);

const get = (path: string): Promise<Response> => fetch(`${url}${path}`);
const send = (method: string, path: string, body: unknown): Promise<Response> =>
  fetch(`${url}${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
describe('exports', () => {
  it.each(['articles', 'mentions', 'quotes', 'forecasts', 'series'])(
    'hold as many %s as their size says',
    async (kind) => {
      const { rows, direct } = await json<ExportSize>(get(`/exports/${kind}/size?unit=articles`));
      expect(rows).toBeGreaterThan(5);
      expect(direct).toBe(true);
      const lines = (await (await get(`/exports/${kind}.jsonl?unit=articles`)).text()).trimEnd().split('\n');
      expect(lines.length).toBe(rows);
      const first = JSON.parse(lines[0]!) as object;
      const csv = await (await get(`/exports/${kind}.csv?unit=articles&bom=false`)).text();
      expect(csv.slice(0, csv.indexOf('\r\n'))).toBe(Object.keys(first).join(','));
      const xlsx = Buffer.from(await (await get(`/exports/${kind}.xlsx?unit=articles`)).arrayBuffer());
      expect(xlsx.subarray(0, 2).toString()).toBe('PK');
      const parquet = Buffer.from(await (await get(`/exports/${kind}.parquet?unit=articles`)).arrayBuffer());
      expect(parquet.subarray(-4).toString()).toBe('PAR1');
    },
  );

  it('give articles the words that moved their score, newest first', async () => {
    const lines = (await (await get('/exports/articles.jsonl?unit=articles')).text()).trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { published: string; evidence: string | null });
    expect(rows.filter(({ evidence }) => evidence !== null).length).toBeGreaterThan(rows.length / 2);
    expect(rows.map(({ published }) => published)).toEqual(
      rows
        .map(({ published }) => published)
        .sort()
        .reverse(),
    );
  });

  it('run as a job that leaves a file behind a signed link', async () => {
    const query = { unit: 'articles', bom: 'false' };
    const { id } = await json<LongJob>(send('POST', '/exports', { kind: 'articles', format: 'csv', query }));
    const jobs = app.get(LongJobService);
    await waitUntil('the export is made', async () => (await jobs.get(id)).state === 'done', 60_000);
    const { download, rows } = (await jobs.get(id)).result as { download: string; rows: number };
    const path = download.replace('/api/v1', '');
    const file = await get(path);
    expect(file.status).toBe(200);
    expect(await file.text()).toBe(await (await get('/exports/articles.csv?unit=articles&bom=false')).text());
    expect(rows).toBeGreaterThan(100);
    expect((await get(path.replace(/signature=../, 'signature=xx'))).status).toBe(410);
    expect((await get(path.replace(/expires=\d+/, 'expires=99999999999'))).status).toBe(410);
    expect((await readdir(join(folder, 'exports'))).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('give back their connection when the client leaves', async () => {
    const gone = new AbortController();
    const answer = await fetch(`${url}/exports/mentions.csv?unit=articles`, { signal: gone.signal });
    await answer.body?.getReader().read();
    gone.abort();
    await waitUntil('no query runs', async () => {
      const [row] = await test.database.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'reporting test'
           AND state <> 'idle' AND query LIKE '%m.lead, m.aspects%'`,
      );
      return row?.n === 0;
    });
  });

  it.each([
    ['articles', 200, 202],
    ['series', 200, 202],
    ['mentions', 403, 403],
    ['quotes', 403, 403],
    ['forecasts', 403, 403],
  ])('give viewers of excerpts %s: %i at once, %i as a job', async (kind, direct, begun) => {
    const headers = { 'x-role': 'viewer', 'content-type': 'application/json' };
    const body = JSON.stringify({ kind, format: 'csv', query: { unit: 'articles' } });
    const answers = [
      await fetch(`${url}/exports/${kind}.csv?unit=articles`, { headers }),
      await fetch(`${url}/exports`, { method: 'POST', headers, body }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([direct, begun]);
    for (const answer of answers) {
      const text = await answer.text();
      if (answer.status === 403) expect(JSON.parse(text)).toMatchObject({ code: 'export.excerpts_only' });
    }
  });

  it('refuse what cannot be read', async () => {
    expect((await get('/exports/everything.csv')).status).toBe(404);
    expect((await get('/exports/articles.pdf')).status).toBe(404);
    expect((await get('/exports/articles.csv?tz=Mars')).status).toBe(400);
  });
});

describe('charts', () => {
  it('come as SVG, PNG and CSV of the view, in the wanted size, theme and language', async () => {
    const range = `unit=articles&from=${new Date(now.getTime() - 60 * 86_400_000).toISOString()}&to=${now.toISOString()}`;
    const asked = `${range}&targets=topic:agi-timelines&locale=zh-CN&theme=dark&width=600&height=300`;
    const svg = await (await get(`/charts/net.svg?${asked}`)).text();
    expect(svg).toMatch(/^<svg[^>]*width="600" height="300"/);
    expect(svg).toMatch(/[\u4e00-\u9fff]/);
    expect(svg).not.toMatch(/<script|<foreignObject|undefined|NaN/);
    const png = Buffer.from(await (await get(`/charts/net.png?${asked}&scale=1`)).arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 300]);
    const csv = (await (await get(`/charts/outlets.csv?${range}`)).text()).trimEnd().split('\r\n');
    expect(csv.length).toBeGreaterThan(5);
  });

  it('are refused where they would be blank, unknown or too large', async () => {
    const before = 'from=1999-01-01T00:00:00Z&to=1999-02-01T00:00:00Z';
    const blank = await get(`/charts/net.svg?${before}`);
    expect([blank.status, ((await blank.json()) as { code: string }).code]).toEqual([422, 'chart.empty']);
    expect((await get('/charts/pie.svg')).status).toBe(404);
    expect((await get('/charts/net.gif')).status).toBe(404);
    expect((await get('/charts/net.png?width=100000')).status).toBe(400);
  });
});

describe('reports', () => {
  it.each(
    reportTemplateName.options.flatMap((name) => (['en', 'zh-CN'] as const).map((locale) => [name, locale] as const)),
  )(
    'are whole from the template %s in %s, in every format, with equal bytes for equal data',
    async (name, locale) => {
      const reports = app.get(ReportService, { strict: false });
      const { files, drawn } = await reports.make(template(name, locale), reportFormat.options, now);
      expect(drawn.empty).toBe(false);
      const again = await reports.make(template(name, locale), reportFormat.options, now);
      for (const [format, bytes] of files) expect(again.files.get(format)?.equals(bytes), format).toBe(true);
      const pdf = files.get('pdf')!.toString('latin1');
      expect(pdf.startsWith('%PDF-')).toBe(true);
      // Fonts travel inside, and charts are drawn, not pasted as pictures.
      expect(pdf).toMatch(/\/FontFile[23]/);
      expect(pdf).not.toContain('/Subtype/Image');
      const html = files.get('html')!.toString();
      expect(html).toContain('<svg');
      expect(html).not.toMatch(/<script|<link|<img|@import|undefined|NaN/);
      expect(files.get('md')!.toString()).not.toMatch(/undefined|NaN/);
      const keep = process.env['TIMBRE_KEEP_REPORTS'];
      if (keep !== undefined) {
        for (const [format, bytes] of files) await writeFile(join(keep, `${name}-${locale}.${format}`), bytes);
      }
    },
    60_000,
  );

  it('are saved with versions; the second of two savers is told', async () => {
    const document = template('weekly');
    const made = await json<Report>(send('POST', '/reports', document));
    const change = { version: 1, document: { ...document, name: 'Renamed' } };
    expect((await json<Report>(send('PUT', `/reports/${made.id}`, change))).version).toBe(2);
    expect((await send('PUT', `/reports/${made.id}`, change)).status).toBe(409);
    const old = await json<ReportDocument>(get(`/reports/${made.id}/versions/1`));
    expect(old.name).toBe('Weekly brief');
    expect((await json<unknown[]>(get(`/reports/${made.id}/versions`))).length).toBe(2);
    const pdf = await get(`/reports/${made.id}/files/pdf`);
    expect(pdf.headers.get('content-disposition')).toContain('Renamed.pdf');
    expect((await pdf.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
    expect((await fetch(`${url}/reports/${made.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await get(`/reports/${made.id}`)).status).toBe(404);
  });

  it('fail with the block in the way rather than without it', async () => {
    const document = {
      ...template('weekly'),
      blocks: [{ id: 'x', kind: 'tiles', filter: { targets: ['topic:deleted'] } }],
    };
    const answer = await send('POST', '/reports/preview/html', document);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { detail: string }).detail).toContain(
      '"topic:deleted" is no longer in the catalogue',
    );
  });

  it('take hostile words as words in every format', async () => {
    const hostile =
      '<script>alert(1)</script> #read("/etc/passwd") $x$ [a](javascript:alert(1)) ![p](http://x.test/p.png) 🚀 =1+1';
    const document = {
      ...template('weekly'),
      name: hostile,
      blocks: [{ id: 'x', kind: 'text' as const, markdown: hostile }],
    };
    const { files } = await app.get(ReportService, { strict: false }).make(document, ['pdf', 'html'], now);
    expect(files.get('pdf')!.length).toBeGreaterThan(1000);
    expect(files.get('html')!.toString()).not.toMatch(/<script|href="javascript|<img/);
  });
});

describe('archives', () => {
  it('hold no column that sounds like a secret', async () => {
    const lines: string[] = [];
    await app.get(ArchiveService, { strict: false }).export((line) => Promise.resolve(void lines.push(line)), now);
    const { tables } = JSON.parse(lines[0] ?? '') as { tables: { name: string; columns: string[] }[] };
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['article', 'article_text', 'report', 'mention']),
    );
    const columns = tables.flatMap(({ name, columns: all }) => all.map((column) => `${name}.${column}`));
    expect(columns.filter((column) => /secret|password|sealed|token_hash/.test(column))).toEqual([]);
    expect(lines.at(-1)).toBe(`["end",${lines.length - tables.length - 2}]`);
  });
});

const running = (): RunningReporting => ({ app, test, mailbox, site, folder, url, now, get, send });
scheduleSuite(running);
shareSuite(running);
