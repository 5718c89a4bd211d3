import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { CoverageSeries, OverviewResponse } from '@timbre/contracts';
import { waitUntil } from '@timbre/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser, openAsOwner } from '../running/browser.js';
import { RunningTimbre } from '../running/running-timbre.js';

// Real parts: the whole product on sample coverage, and Chromium.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const range = 'from=2025-05-20T00:00:00Z&to=2026-11-22T00:00:00Z';

async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] }).then((result) => result.violations)",
  );
  return (found as { id: string; impact: string; nodes: { html: string }[] }[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}

describe.runIf(hasBrowser)('dashboards in the browser', () => {
  const timbre = new RunningTimbre({ args: ['--sample'] });
  let browser: Browser;

  beforeAll(async () => {
    await timbre.start();
    browser = await launchBrowser();
    await waitUntil(
      'the sample is read',
      async () =>
        (await timbre.api<OverviewResponse>(`/coverage/overview?${range}&unit=articles`)).totals.current.n > 150,
      90_000,
    );
  });
  afterAll(async () => {
    await browser?.close();
    await timbre.stop();
  });

  it('loads the overview within its budget of bytes and requests', async () => {
    const context = await openAsOwner(browser, timbre);
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const responses = new Map<string, { url: string; encodedDataLength: number }>();
    const bytes = new Map<string, number>();
    network.on('Network.responseReceived', ({ requestId, response }) => responses.set(requestId, response));
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const response = responses.get(requestId);
      // What had come with the headers is not the script.
      if (response !== undefined) bytes.set(response.url, encodedDataLength - response.encodedDataLength);
    });
    await page.goto(`${timbre.url}/?range=all`);
    await page.locator('.chart-host canvas').first().waitFor();
    const scripts = [...bytes].filter(([address]) => address.endsWith('.js') && !address.includes('echarts'));
    const loaded = scripts.reduce((sum, [, size]) => sum + size, 0);
    expect(loaded).toBeGreaterThan(50_000);
    expect(loaded).toBeLessThanOrEqual(400_000);
    const asked = [...responses.values()].map(({ url }) => url).filter((address) => address.includes('/api/v1/'));
    expect(asked.filter((address) => address.includes('/coverage/overview'))).toHaveLength(1);
    expect(asked.length).toBeLessThanOrEqual(12);
    await context.close();
  });

  it('zooms where one drags, pins an event where one right-clicks, and opens the articles of a column', async () => {
    const context = await openAsOwner(browser, timbre);
    const page = await context.newPage();
    await page.goto(`${timbre.url}/targets/topic:agi-timelines?${range}`);
    const chart = page.locator('.card .chart-host canvas').first();
    await chart.waitFor();
    const box = await chart.boundingBox();
    if (box === null) throw new Error('The chart has no place on the page.');
    const at = (share: number) => box.x + box.width * share;
    const middle = box.y + 90;

    await page.mouse.click(at(0.4), middle, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Pin an event here…' }).click();
    await page.getByLabel('What happened').fill('The harbour summit');
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const pinned = await timbre.api<{ text: string; target: string }[]>(
      `/annotations?${range}&target=topic:agi-timelines`,
    );
    expect(pinned).toMatchObject([{ text: 'The harbour summit', target: 'topic:agi-timelines' }]);

    await page.mouse.move(at(0.3), middle);
    await page.mouse.down();
    await page.mouse.move(at(0.6), middle, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL((url) => url.searchParams.get('from') !== null && !url.search.includes('2025-05-20'));
    const zoomed = new URL(page.url()).searchParams;
    expect(Date.parse(zoomed.get('from') ?? '')).toBeGreaterThan(Date.parse('2025-06-20'));
    expect(Date.parse(zoomed.get('to') ?? '')).toBeLessThan(Date.parse('2026-10-20'));

    await page.mouse.click(at(0.5), middle);
    await page.waitForURL(/\/articles\?.*targets=topic/);
    await context.close();
  });

  it('follows a text through its prints and two languages through a subject', async () => {
    const context = await openAsOwner(browser, timbre);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${timbre.url}/stories?${range}`);
    await page.locator('.article-row a').first().click();
    await page.getByRole('heading', { name: 'How it spread' }).waitFor();
    await page.locator('.chart-host canvas').first().waitFor();
    expect(await page.locator('table tbody tr a').count()).toBeGreaterThan(1);
    expect(await seriousViolations(page)).toEqual([]);

    await page.goto(`${timbre.url}/languages?${range}`);
    await page.getByRole('heading', { name: 'Subject by subject' }).waitFor();
    expect(await page.locator('.ant-table-row').count()).toBeGreaterThan(5);
    expect(await seriousViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('keeps a dashboard of one’s own: made, given a chart, saved, read by others', async () => {
    const context = await openAsOwner(browser, timbre);
    const page = await context.newPage();
    await page.goto(`${timbre.url}/dashboards`);
    await page.getByRole('button', { name: 'New dashboard' }).click();
    await page.waitForURL(/\/dashboards\/[0-9a-f-]{36}/);
    await page.locator('.dashboard-tile canvas').first().waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('Monday morning');
    await page.getByRole('button', { name: 'Add a chart' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Monday morning' }).waitFor();
    const [kept] = await timbre.api<{ document: { tiles: object[] } }[]>('/dashboards');
    expect(kept?.document.tiles).toHaveLength(6);
    expect(await seriousViolations(page)).toEqual([]);
    await context.close();
  });

  it('moves the series when a label is corrected', async () => {
    const net = async () => {
      const { series } = await timbre.api<{ series: CoverageSeries[] }>(
        `/coverage/series?${range}&targets=topic:agi-timelines&unit=articles&bucket=month`,
      );
      return JSON.stringify([series[0]?.positive, series[0]?.negative]);
    };
    const before = await net();
    const { items } = await timbre.api<{ items: { id: string; label: string }[] }>(
      `/articles?${range}&targets=topic:agi-timelines&unit=articles&labels=neutral`,
    );
    await timbre.api(`/articles/${items[0]?.id}/corrections`, {
      method: 'POST',
      body: JSON.stringify({ kind: 'mention', key: 'topic:agi-timelines', value: { label: 'negative' } }),
    });
    await waitUntil('the series follows', async () => (await net()) !== before, 15_000);
  });
});
