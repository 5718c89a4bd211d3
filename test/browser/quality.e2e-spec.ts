import type { AnalysisState, ArticleDetail, ArticlePage } from '@timbre/contracts';
import { testSite, type TestSite, waitUntil } from '@timbre/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser, openAsOwner } from '../running/browser.js';
import { RunningTimbre } from '../running/running-timbre.js';

// Real parts: the whole product, and Chromium. An endpoint stands in for a hosted model.
const text =
  'OpenAI was praised by doctors. “We will open the archive,” said Ann Lee of Fenwick. ' +
  'OpenAI plans to release Sora later this year.';

describe.runIf(hasBrowser)('quality in the browser', () => {
  const env: Record<string, string> = {};
  const timbre = new RunningTimbre({ env });
  let browser: Browser;
  let endpoint: TestSite;
  let id = '';

  beforeAll(async () => {
    endpoint = await testSite({ '/v1/chat/completions': ({ body }) => scored(body.toString()) });
    await timbre.start();
    browser = await launchBrowser();
    const articles = Array.from({ length: 12 }, (_, page) => ({
      url: `https://example.com/${page}`,
      title: `Report ${page}`,
      text: `${text} This is report number ${page}.`,
      published: '2026-05-04T08:00:00Z',
    }));
    await timbre.api('/articles', { method: 'POST', body: JSON.stringify({ articles, source: 'Wire' }) });
    await waitUntil(
      'all are read',
      async () => {
        const page = await timbre.api<ArticlePage>('/articles?unit=articles&from=2026-05-01T00:00:00Z');
        id = page.items[0]?.id ?? '';
        return page.items.filter(({ state }) => state === 'read').length === 12;
      },
      60_000,
    );
  });
  afterAll(async () => {
    await browser?.close();
    await timbre.stop();
    await endpoint?.close();
  });

  const choose = async (page: Page, button: RegExp, item: string) => {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const reading = async () => (await timbre.api<ArticleDetail>(`/articles/${id}`)).reading;

  it('corrects a speaker and a forecast, rejects a quote, and undoes it', async () => {
    const context = await openAsOwner(browser, timbre);
    const page = await context.newPage();
    await page.goto(`${timbre.url}/articles/${id}`);

    await choose(page, /^Judge this quote: We will open/, 'Correct the speaker');
    await page.getByRole('combobox', { name: /^Speaker/ }).fill('Bo Chen');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('strong').filter({ hasText: 'Bo Chen' }).waitFor();

    await choose(page, /^Judge this forecast/, 'Correct the forecast');
    await page.getByLabel('To', { exact: true }).fill('2027-06-30');
    await page.getByRole('combobox', { name: /^Subject/ }).fill('Sora 2');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('strong').filter({ hasText: 'Sora 2' }).waitFor();
    expect(await reading()).toMatchObject({
      quotes: [{ speaker: 'Bo Chen' }],
      forecasts: [{ subject: 'Sora 2', to: '2027-06-30' }],
    });

    await choose(page, /^Judge this quote/, 'This is no quote');
    await page.getByText('Nobody is quoted.').waitFor();
    expect((await reading())?.quotes).toEqual([]);
    await page.getByRole('button', { name: 'Undo the judgement' }).click();
    await page.locator('strong').filter({ hasText: 'Ann Lee' }).waitFor();
    await context.close();
  });

  it('shows what another scorer would move before it moves anything, and then moves it', async () => {
    await timbre.killLauncher();
    Object.assign(env, {
      TIMBRE_SCORER: 'endpoint',
      TIMBRE_SCORER_ENDPOINT: `${endpoint.url}/v1`,
      TIMBRE_SCORER_MODEL: 'stern-critic',
      TIMBRE_EGRESS_ALLOW: endpoint.host,
    });
    await timbre.start();
    const state = () => timbre.api<AnalysisState>('/quality/analysis');
    await waitUntil('the worker runs', async () => (await state()).outdated === 12, 60_000);
    const before = (await reading())?.targets;

    const context = await openAsOwner(browser, timbre);
    const page = await context.newPage();
    await page.goto(`${timbre.url}/quality`);
    await page.getByText('12 articles were read by other versions').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Preview what would move' }).click();
    const row = page.getByRole('row', { name: /OpenAI/ });
    await row.getByText('12 of 12').waitFor({ timeout: 60_000 });
    expect(await row.innerText()).toMatch(/\+1\.00[\s\S]*−1\.00/);
    expect((await reading())?.targets).toEqual(before);

    await page.getByRole('button', { name: 'Re-read all' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: 'Re-read all' }).click();
    await page.getByText('Everything was read with this version.').waitFor({ timeout: 60_000 });
    const after = await reading();
    expect(after?.version).toMatch(/~endpoint:stern-critic@/);
    expect(after?.targets.find((target) => target.id === 'openai')?.label).toBe('negative');
    // What people said stays said.
    expect(after?.forecasts).toMatchObject([{ subject: 'Sora 2' }]);
    // The preview paid for the answers; re-reading asks nobody twice.
    expect(endpoint.requests).toHaveLength(12);
    await page.getByRole('cell', { name: /^endpoint:stern-critic/ }).waitFor();
    await context.close();
  });
});

/** Finds fault with every target, wherever doctors are named. */
function scored(body: string): { body: string } {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] };
  const { targets } = JSON.parse(messages.at(-1)?.content ?? '') as { targets: { target: string }[] };
  const passages = [{ text: 'praised by doctors', score: -0.9 }];
  const content = JSON.stringify({ targets: targets.map(({ target }) => ({ target, confidence: 1, passages })) });
  return {
    body: JSON.stringify({ choices: [{ message: { content } }], usage: { prompt_tokens: 9, completion_tokens: 9 } }),
  };
}
