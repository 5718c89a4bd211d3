import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser, openAsOwner } from '../running/browser.js';
import { RunningTimbre } from '../running/running-timbre.js';

// Real parts: the whole product on an empty data folder, and Chromium.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] }).then((result) => result.violations)",
  );
  return (found as Violation[])
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => `${violation.id}: ${violation.nodes[0]?.html.slice(0, 200) ?? ''}`);
}

describe.runIf(hasBrowser)('first steps in the browser', () => {
  const timbre = new RunningTimbre();
  let browser: Browser;

  beforeAll(async () => {
    await timbre.start();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await timbre.stop();
  });

  it('leads from an empty database to the words behind a number, in both languages, without a page error', async () => {
    const context = await openAsOwner(browser, timbre);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));

    await page.goto(timbre.url);
    await page.getByRole('button', { name: 'Load the sample' }).click();
    await page.getByText('Net sentiment over time').waitFor({ timeout: 60_000 });
    await page.locator('.card canvas, .card svg').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);

    await page.goto(`${timbre.url}/articles?range=all`);
    const first = page.locator('.article-row a').first();
    const title = await first.textContent();
    await first.click();
    await page.getByRole('heading', { name: title ?? '' }).waitFor();
    await page.locator('.term').first().waitFor();
    expect(await page.locator('.term').count()).toBeGreaterThan(0);
    expect(await seriousViolations(page)).toEqual([]);

    for (const path of [
      '/forecasts?range=all',
      '/sources',
      '/catalogue',
      '/settings',
      '/targets/topic:agi-timelines?range=all',
    ]) {
      await page.goto(timbre.url + path);
      await page.locator('h1').first().waitFor();
      expect(await page.getByText('Something on this page broke').count(), path).toBe(0);
    }
    expect(errors).toEqual([]);
    await context.close();

    const chinese = await openAsOwner(browser, timbre, { language: 'zh-CN', theme: 'dark', width: 390, height: 844 });
    const narrow = await chinese.newPage();
    await narrow.goto(`${timbre.url}/?range=all`);
    await narrow.getByText('净情感').first().waitFor();
    const overflow = await narrow.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await chinese.close();
  });

  it('asks a stranger to log in and brings them back to where they were going', async () => {
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    await page.goto(`${timbre.url}/forecasts?range=all`);
    await page.getByLabel('E-mail').fill('owner@example.org');
    await page.getByLabel('Password').fill('a long enough password');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/forecasts?range=all');
    await context.close();
  });
});
