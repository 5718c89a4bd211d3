/**
 * Takes a picture of each page on sample coverage: both languages, both themes, both widths.
 *
 *   npm run screenshots [-- --out FOLDER] [--page overview,target] [--quick]
 *   npm run screenshots -- --readme     only the picture of the README
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type {
  ArticlePage,
  BreakdownResponse,
  Dashboard,
  DashboardTile,
  OverviewResponse,
  StoryPage,
} from '@timbre/contracts';
import { waitUntil } from '@timbre/testing';
import { launchBrowser, openAsOwner } from '../running/browser.js';
import { RunningTimbre } from '../running/running-timbre.js';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'test/artifacts' },
    page: { type: 'string' },
    quick: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});
mkdirSync(values.out, { recursive: true });

const boardTiles: Partial<DashboardTile>[] = [
  { id: 'a', kind: 'totals', x: 0, y: 0, w: 12, h: 4 },
  { id: 'b', kind: 'net', search: 'targets=topic:agi-timelines', x: 0, y: 4, w: 8, h: 9 },
  { id: 'c', kind: 'articles', x: 8, y: 4, w: 4, h: 9 },
  { id: 'd', kind: 'languages', x: 0, y: 13, w: 6, h: 9 },
  { id: 'e', kind: 'share', x: 6, y: 13, w: 6, h: 9 },
];
const range = 'from=2025-05-20T00:00:00Z&to=2026-11-22T00:00:00Z';
const timbre = await new RunningTimbre({ args: ['--sample'] }).start();
const browser = await launchBrowser();
try {
  await waitUntil(
    'the sample is read',
    async () =>
      (await timbre.api<OverviewResponse>(`/coverage/overview?${range}&unit=articles`)).totals.current.n > 150,
    90_000,
  );
  const articles = await timbre.api<ArticlePage>(`/articles?${range}&q=AGI`);
  const topics = await timbre.api<BreakdownResponse>(`/coverage/breakdown?${range}&by=topic`);
  const compared = topics.rows
    .slice(0, 4)
    .map(({ key }) => key)
    .join(',');
  const stories = await timbre.api<StoryPage>(`/stories?${range}`);
  const board = await timbre.api<Dashboard>('/dashboards', {
    method: 'POST',
    body: JSON.stringify({ name: 'Morning · 晨报', readers: 'viewer', tiles: boardTiles }),
  });
  const pages: Record<string, string> = {
    overview: `/?${range}`,
    target: `/targets/topic:agi-timelines?${range}`,
    articles: `/articles?${range}`,
    article: `/articles/${articles.items[0]?.id ?? ''}`,
    stories: `/stories?${range}`,
    story: `/stories/${stories.items[0]?.id ?? ''}`,
    languages: `/languages?${range}`,
    dashboards: '/dashboards',
    dashboard: `/dashboards/${board.id}`,
    compare: `/compare?${range}&targets=${compared}`,
    'compare-none': `/compare?${range}`,
    outlets: `/outlets?${range}`,
    forecasts: `/forecasts?${range}`,
    alerts: '/alerts',
    'alerts-new': '/alerts?tab=rules&rule=new',
    'alerts-channels': '/alerts?tab=channels',
    'alerts-silences': '/alerts?tab=silences',
    reports: '/reports',
    sources: '/sources',
    catalogue: '/catalogue',
    quality: '/quality',
    settings: '/settings',
    gallery: '/gallery',
  };
  const looks = ([1440, 390] as const).flatMap((width) =>
    (['en', 'zh-CN'] as const).flatMap((language) =>
      (['light', 'dark'] as const).map((theme) => ({ width, language, theme })),
    ),
  );
  if (values.readme) await pictureOfTheReadme();
  for (const look of values.readme
    ? []
    : values.quick
      ? looks.filter((one) => one.width === 1440 && one.language === 'en' && one.theme === 'light')
      : looks) {
    const context = await openAsOwner(browser, timbre, { ...look, height: look.width === 390 ? 844 : 900 });
    for (const [name, path] of Object.entries(pages)) {
      if (values.page !== undefined && !values.page.split(',').includes(name)) continue;
      const page = await context.newPage();
      await page.goto(timbre.url + path, { waitUntil: 'load' });
      await page
        .waitForFunction(
          () =>
            document.querySelectorAll('[class*="skeleton"], .chart-loading, .ant-spin-spinning, [aria-busy="true"]')
              .length === 0,
          undefined,
          {
            timeout: 20_000,
          },
        )
        .catch(() => undefined);
      await page.waitForTimeout(400);
      const file = join(values.out, `${name}-${look.width}-${look.language}-${look.theme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      await page.close();
    }
    await context.close();
  }
} finally {
  await browser.close();
  await timbre.stop();
}

async function pictureOfTheReadme(): Promise<void> {
  const context = await openAsOwner(browser, timbre, { width: 1440, height: 1040 });
  const page = await context.newPage();
  await page.goto(`${timbre.url}/?${range}`);
  await page.locator('.chart-host canvas, .chart-host svg').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[class*="skeleton"], .chart-loading').length === 0);
  await page.waitForTimeout(400);
  await page.screenshot({ path: 'test/screenshots/overview.png' });
  await context.close();
}
