import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OverviewResponse, Report } from '@timbre/contracts';
import { waitUntil } from '@timbre/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser } from '../running/browser.js';
import { RunningTimbre } from '../running/running-timbre.js';
import {
  cellsOf,
  hasLibreOffice,
  hasPoppler,
  throughDuckDb,
  throughLibreOffice,
  throughPoppler,
} from './other-readers.js';

// Real parts: the whole product on the sample coverage, and other people's programs that read what it made. Where
// LibreOffice or poppler is not installed, what needs it is skipped and says so.
const timbre = new RunningTimbre({ args: ['--sample'] });
const everything = 'unit=articles';
let extent: { first: string; last: string; articles: number };
let chinese: Report;

const file = async (path: string): Promise<Buffer> => {
  const { name, value } = timbre.browserCookie();
  const answer = await fetch(`${timbre.url}/api/v1${path}`, { headers: { cookie: `${name}=${value}` } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
};
const rowsOf = async (kind: string): Promise<Record<string, unknown>[]> =>
  (await file(`/exports/${kind}.jsonl?${everything}`))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const total = (rows: readonly Record<string, unknown>[], key: string): number =>
  rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0);

beforeAll(async () => {
  await timbre.start();
  await waitUntil(
    'the sample is read',
    async () => {
      extent = await timbre.api('/coverage/extent');
      const { totals } = await timbre.api<OverviewResponse>(
        `/coverage/overview?${everything}&from=2020-01-01T00:00:00Z`,
      );
      return extent.articles > 0 && totals.current.n >= extent.articles;
    },
    90_000,
  );
  const range = {
    kind: 'fixed',
    from: new Date(extent.first).toISOString(),
    to: new Date(Date.parse(extent.last) + 1).toISOString(),
  };
  const document = await timbre.api<object>('/reports/templates/topic', {
    method: 'POST',
    body: JSON.stringify({ locale: 'zh-CN', tz: 'Asia/Shanghai', range, targets: ['topic:agi-timelines'] }),
  });
  chinese = await timbre.api<Report>('/reports', { method: 'POST', body: JSON.stringify(document) });
});
afterAll(() => timbre.stop());

describe.runIf(hasLibreOffice)('LibreOffice (skipped where soffice is not installed)', () => {
  it('reads CSV and XLSX back to the numbers of the API', async () => {
    const rows = await rowsOf('mentions');
    const columns = Object.keys(rows[0] ?? {});
    const score = columns.indexOf('score');
    const title = columns.indexOf('title');
    for (const extension of ['csv', 'xlsx'] as const) {
      const sheets = await throughLibreOffice(await file(`/exports/mentions.${extension}?${everything}`), extension);
      const [head, ...cells] = cellsOf(
        sheets.get(extension === 'csv' ? '' : 'mentions') ?? [...sheets.values()][0] ?? '',
      );
      expect(head, extension).toEqual(columns);
      expect(cells.length, extension).toBe(rows.length);
      const scores = cells.map((row) => Number(row[score]));
      expect(scores.reduce((sum, one) => sum + one, 0)).toBeCloseTo(total(rows, 'score'), 6);
      expect(cells.map((row) => row[title])).toEqual(rows.map((row) => row['title']));
      if (extension === 'xlsx') expect(sheets.get('Notes')).toContain('analysis_versions');
    }
  });
});

describe.runIf(hasPoppler)('poppler (skipped where poppler-utils is not installed)', () => {
  it('finds Chinese text, embedded fonts, no raster picture and no empty page in the PDF', async () => {
    const facts = await throughPoppler(await file(`/reports/${chinese.id}/files/pdf`));
    expect(facts.text).toContain('净情感');
    expect(facts.text).toContain('专题深度分析');
    expect(facts.fonts.length).toBeGreaterThan(0);
    for (const { name, embedded } of facts.fonts) expect(embedded, name).toBe(true);
    expect(facts.images).toBe(0);
    expect(facts.inked.length).toBeGreaterThan(4);
    for (const [page, ink] of facts.inked.entries()) expect(ink, `page ${page + 1}`).toBeGreaterThan(0.002);
  });
});

describe('DuckDB', () => {
  it('reads Parquet with its types back to the numbers of the API', async () => {
    const rows = await rowsOf('mentions');
    const parquet = await file(`/exports/mentions.parquet?${everything}`);
    const [sums] = await throughDuckDb(
      parquet,
      `SELECT count(*)::int AS n, sum(score) AS score, count(DISTINCT title)::int AS titles, min(published)::varchar AS first,
         typeof(any_value(published)) AS type FROM $file`,
    );
    expect(sums).toMatchObject({ n: rows.length, titles: new Set(rows.map(({ title }) => title)).size });
    expect(Number(sums?.['score'])).toBeCloseTo(total(rows, 'score'), 6);
    expect(sums?.['type']).toBe('TIMESTAMP WITH TIME ZONE');
    const quoted = await throughDuckDb(
      await file(`/exports/articles.parquet?${everything}`),
      'SELECT title FROM $file',
    );
    expect(quoted.map(({ title }) => title)).toEqual((await rowsOf('articles')).map(({ title }) => title));
  });
});

describe.runIf(hasBrowser)('Chromium, offline', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('shows the page of a report whole, and asks the network for nothing', async () => {
    const html = (await file(`/reports/${chinese.id}/files/html`)).toString();
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.setContent(html);
    expect(await page.locator('h1').textContent()).toBe('专题深度分析');
    expect(await page.locator('figure svg').count()).toBeGreaterThan(3);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(asked.filter((address) => !address.startsWith('about:'))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('reads a shared link without an account', async () => {
    const share = await timbre.api<{ path: string }>(`/reports/${chinese.id}/shares`, {
      method: 'POST',
      body: JSON.stringify({ password: 'a good password' }),
    });
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(timbre.url + share.path);
    await page.getByLabel('密码').fill('not this one');
    await page.getByRole('button', { name: '打开' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('密码').fill('a good password');
    await page.getByRole('button', { name: '打开' }).click();
    await page.getByRole('heading', { level: 1, name: '专题深度分析' }).waitFor();
    expect(await page.evaluate('document.cookie.length + document.scripts.length').catch(() => 0)).toBe(0);
    await context.close();
  });
});

describe('an archive', () => {
  it('moves everything to an empty installation, where the sums are right and the numbers equal', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'timbre-archive-'));
    const other = new RunningTimbre();
    try {
      // Asked before the commands, which block this process and let its connections go stale.
      const here = (await file(`/exports/mentions.jsonl?${everything}`)).toString();
      const archive = join(folder, 'all.jsonl.gz');
      const exported = timbre.command('export', '--all', archive);
      expect(exported.stderr).toContain('rows in');
      const imported = other.command('import', '--all', archive);
      expect(imported.status, imported.stderr).toBe(0);
      // Somebody can log in there.
      expect(imported.stderr).toContain('Log in as owner@example.org');
      expect(JSON.parse(other.command('verify').stdout)).toMatchObject({ ok: true });
      const there = other.command('export', 'mentions', '--unit', 'articles', '--format', 'jsonl').stdout;
      expect(here.length).toBeGreaterThan(10_000);
      expect(there === here).toBe(true);
    } finally {
      await other.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
