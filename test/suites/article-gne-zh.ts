import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractPage } from '@timbre/collection/pages';
import { decodeDocument } from '@timbre/collection/reading';
import type { SuiteResult } from './suite.js';

export const name = 'article-gne-zh';
export const goal = 'title ≥ 95 %, time ≥ 90 %, body ≥ 200 Han characters';

const FEWEST_HAN = 200;

/** Chinese news pages: the title is the page's, a time is found, and the body is long enough to be the article. */
export async function run(dir: string): Promise<SuiteResult> {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const failures: string[] = [];
  const passed = { title: 0, time: 0, body: 0 };
  for (const file of files.sort()) {
    const html = decodeDocument(readFileSync(path.join(dir, file)), { kind: 'html' }).text;
    const page = extractPage(html, { now: new Date() });
    const han = page.text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const checks = {
      title: page.title !== null && letters(pageTitle(html)).includes(letters(page.title)),
      time: page.published !== null,
      body: han >= FEWEST_HAN,
    };
    for (const [what, right] of Object.entries(checks)) {
      if (right) passed[what as keyof typeof passed] += 1;
      else
        failures.push(
          `${file}: ${what} (${page.title ?? 'no title'}, ${page.published?.toISOString() ?? 'no time'}, ${han} Han)`,
        );
    }
  }
  const share = (count: number) => `${count}/${files.length}`;
  return {
    passed: passed.title + passed.time + passed.body,
    total: files.length * 3,
    goalMet:
      passed.title >= files.length * 0.95 && passed.time >= files.length * 0.9 && passed.body >= files.length * 0.9,
    failures,
    note: `title ${share(passed.title)}, time ${share(passed.time)}, body ${share(passed.body)}`,
  };
}

/** What the page says of itself in its head: the headline is a part of it. */
const pageTitle = (html: string): string =>
  [...html.matchAll(/<title[^>]{0,200}>([^<]{0,500})|"og:title"[^>]{0,20}content="([^"]{0,500})/gi)]
    .map((match) => match[1] ?? match[2] ?? '')
    .join(' ');

const letters = (text: string): string => text.replace(/&#?\w+;|[^\p{L}\p{N}]/gu, '').toLowerCase();
