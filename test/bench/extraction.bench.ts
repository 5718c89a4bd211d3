/** How fast pages are reduced to their articles, dates and titles included, against Readability alone on the same DOM. */
import { extractPage } from '@timbre/collection/pages';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Measurement } from './benchmark.js';
import { madePages } from './made-pages.js';
import { fastestOf } from './processor-time.js';

export const name = 'extraction';

const PAGES = 60;
const LEAST = 0.6;

export function run(): Promise<Measurement[]> {
  const pages = madePages(PAGES);
  const now = new Date('2026-06-01T00:00:00Z');
  const url = 'https://bay.example/news/story';
  const missed = pages.filter((page) => extractPage(page, { url, now }).text.length < 1_000).length;
  if (missed > 0) throw new Error(`${missed} pages gave no article: the measurement would mean nothing.`);
  const ours = fastestOf(() => pages.forEach((page) => extractPage(page, { url, now })));
  const alone = fastestOf(() => pages.forEach((page) => readAlone(page)));
  const parsing = fastestOf(() => pages.forEach((page) => parseHTML(page)));
  const ratio = alone / ours;
  return Promise.resolve([
    { name: 'a page', value: ours / PAGES, unit: 'ms' },
    { name: 'pages', value: (1000 * PAGES) / ours, unit: 'pages/s' },
    { name: 'of it building the DOM', value: parsing / ours, unit: '×' },
    {
      name: 'speed against Readability on linkedom',
      value: ratio,
      unit: '×',
      goal: `≥ ${LEAST} ×`,
      met: ratio >= LEAST,
    },
    growth(pages[0]!),
  ]);
}

function readAlone(page: string): void {
  const { document } = parseHTML(page);
  new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse();
}

/** Ten times the paragraphs take ten times as long. */
function growth(page: string): Measurement {
  const from = page.indexOf('<div class="story-body">') + 24;
  const to = page.indexOf('<aside');
  const long = page.slice(0, from) + page.slice(from, to).repeat(40) + page.slice(to);
  const part = page.slice(0, from) + page.slice(from, to).repeat(4) + page.slice(to);
  const times =
    fastestOf(() => extractPage(long)) / fastestOf(() => Array.from({ length: 10 }, () => extractPage(part)));
  return { name: 'ten times the text against ten pages', value: times, unit: '×', goal: '≤ 1.3 ×', met: times <= 1.3 };
}
