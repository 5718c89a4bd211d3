import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ArticlePage, AuditEntry, MissingTrace, Source, SourceWebhook } from '@timbre/contracts';
import { testSite, type TestSite, waitUntil } from '@timbre/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser, openAsOwner } from '../running/browser.js';
import { RunningTimbre } from '../running/running-timbre.js';

const words =
  'OpenAI said on Tuesday that it would publish the rules for its models next spring, after a year of talks. ';
const page = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${`<p>${words}</p>`.repeat(5)}</article></body></html>`;
const html = (body: string) => ({ headers: { 'content-type': 'text/html' }, body });
const json = (value: unknown) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });

/** Real: the product with its workers, a local web, a browser. */
describe('other doors', () => {
  let timbre: RunningTimbre;
  let site: TestSite;
  let browser: Browser | undefined;
  const post = <Answer>(path: string, body: object): Promise<Answer> =>
    timbre.api<Answer>(path, { method: 'POST', body: JSON.stringify(body) });
  const titles = async (): Promise<string[]> => {
    const { items } = await timbre.api<ArticlePage>('/articles?limit=100');
    return items.map(({ title }) => title);
  };
  /** Commands block this process; connections that the server closed meanwhile are found out and made anew. */
  const connected = () =>
    waitUntil(
      'the API answers',
      () =>
        timbre.api('/session').then(
          () => true,
          () => false,
        ),
      10_000,
    );
  const arrives = (title: string) =>
    waitUntil(`"${title}" arrives`, async () => (await titles()).includes(title), 30_000);

  beforeAll(async () => {
    site = await testSite({
      '/list': json({ posts: [{ id: 1, headline: 'From the API', body: words.repeat(4) }] }),
      '/blog': html('<link rel="alternate" type="application/rss+xml" href="/feed.xml"><title>Blog</title>'),
      '/feed.xml': {
        headers: { 'content-type': 'application/rss+xml' },
        body: '<rss version="2.0"><channel><title>Blog feed</title></channel></rss>',
      },
      '/missed': html(page('Missed by all feeds')),
      '/robots.txt': { body: 'User-agent: *\nDisallow: /closed' },
    });
    timbre = await new RunningTimbre({ env: { TIMBRE_EGRESS_ALLOW: site.host, TIMBRE_HOST_DELAY: '0' } }).start();
    if (hasBrowser) browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await timbre.stop();
    await site.close();
  });

  it('brings articles in by API, signed webhook and web archive, and takes an outlet down again', async () => {
    await post<Source>('/sources', {
      name: 'API',
      kind: 'json',
      url: `${site.url}/list`,
      options: { mapping: { items: '$.posts', id: '$.id', title: '$.headline', text: '$.body' } },
    });
    const hook = await post<Source>('/sources', {
      name: 'Hook',
      kind: 'webhook',
      fetchPages: false,
      options: { mapping: { items: '$', title: '$.t', text: '$.x' }, proof: 'signature' },
    });
    const { path, secret } = await timbre.api<SourceWebhook>(`/sources/${hook.id}/webhook`);
    const body = `[ {"t": "By webhook", "x": "${words.repeat(4)}"} ]`;
    const send = (signature: string) =>
      fetch(timbre.url + path, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'x-timbre-signature': signature },
      });
    expect((await send('sha256=00')).status).toBe(404);
    expect((await send(createHmac('sha256', secret).update(body).digest('hex'))).status).toBe(202);

    const file = join(timbre.dataFolder, 'crawl.warc.gz');
    const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page('From the archive')}`;
    const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.paper.test/a\r\nWARC-Date: 2026-02-03T04:05:06Z\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n`;
    writeFileSync(file, gzipSync(`${head}${block}\r\n\r\n`));
    const imported = timbre.command('import', '--warc', file);
    expect([imported.status, imported.stderr, JSON.parse(imported.stdout || '{}')]).toMatchObject([
      0,
      expect.any(String),
      { accepted: 1, rejected: 0 },
    ]);

    await connected();
    for (const title of ['From the API', 'By webhook', 'From the archive']) await arrives(title);
    const { items } = await timbre.api<ArticlePage>('/articles?limit=100');
    expect(items.find(({ title }) => title === 'From the archive')).toMatchObject({
      sourceName: 'paper.test',
      dated: false,
      published: '2026-02-03T04:05:06.000Z',
    });

    await expect(post('/takedowns', { outlet: 'paper.test', confirm: 'paper', reason: 'x' })).rejects.toThrow('400');
    await post('/takedowns', { outlet: 'paper.test', confirm: 'paper.test', reason: 'Their lawyer asked' });
    await waitUntil('the outlet is gone', async () => !(await titles()).includes('From the archive'), 30_000);
    const audit = await timbre.api<{ items: AuditEntry[] }>('/audit');
    expect(audit.items[0]).toMatchObject({ action: 'outlet.takedown', subject: 'paper.test' });
    expect(timbre.command('import', '--warc', file).stdout).toContain('"accepted":0');
    await connected();
  });

  it('says why an article is missing', async () => {
    const trace = (path: string) =>
      timbre.api<MissingTrace>(`/coverage/missing?url=${encodeURIComponent(site.url + path)}`);
    const codes = async (path: string) => (await trace(path)).steps.map(({ code }) => code);
    expect(await codes('/missed')).toEqual(
      expect.arrayContaining(['stored.no', 'robots.open', 'fetch.page', 'extraction.text', 'extraction.undated']),
    );
    expect(await codes('/closed/1')).toEqual(expect.arrayContaining(['robots.disallowed', 'fetch.not_asked']));
    expect(await codes('/none')).toContain('fetch.status');
  });

  it.skipIf(!hasBrowser)('finds feeds and causes on a phone', async () => {
    const context = await openAsOwner(browser!, timbre, { width: 390, height: 800 });
    const tab = await context.newPage();
    await tab.goto(`${timbre.url}/missing?url=${encodeURIComponent(`${site.url}/closed/1`)}`);
    await tab.getByText('robots.txt closes this page to us.').first().waitFor();
    const overflow = () =>
      tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);

    await tab.goto(`${timbre.url}/sources?open=add`);
    await tab.getByLabel('Address').fill(`${site.url}/blog`);
    await tab.getByRole('button', { name: 'Find feeds' }).click();
    await tab.getByText(`${site.url}/feed.xml`).waitFor();
    await tab.getByRole('radio').check();
    await tab.getByRole('button', { name: 'Test this source' }).click();
    await tab.getByText('Nothing was stored').waitFor();
    expect(await tab.getByLabel('Name', { exact: true }).inputValue()).toBe('Blog feed');
    expect(await overflow()).toBeLessThanOrEqual(0);
    await context.close();
  });
});
