import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractPage } from '@timbre/collection/pages';
import { decodeDocument } from '@timbre/collection/reading';
import type { SuiteResult } from './suite.js';

export const name = 'article-trafilatura';
export const goal = 'segments F1 ≥ .90, title and date exact ≥ 75 %, wrong date ≤ 3 %';

interface Case {
  file: string;
  with: string[];
  without: string[];
  title?: string;
  /** Day of publication. */
  date?: string;
}

interface Share {
  right: number;
  wrong: number;
  total: number;
}

/** Pages of many kinds: segments that must or must not be in the text, the title, and the day of publication. */
export async function run(dir: string): Promise<SuiteResult> {
  const cases = Object.entries(
    JSON.parse(readFileSync(path.join(dir, 'evaldata.json'), 'utf8')) as Record<string, Case>,
  );
  const counts = { kept: 0, missing: 0, noise: 0 };
  const title: Share = { right: 0, wrong: 0, total: 0 };
  const date: Share = { right: 0, wrong: 0, total: 0 };
  const failures: string[] = [];
  for (const [url, wanted] of cases) {
    const html = decodeDocument(pageBytes(dir, wanted.file), { kind: 'html' }).text;
    const page = extractPage(html, { url, now: new Date() });
    const text = oneLine(page.text);
    const missing = wanted.with.filter((segment) => !text.includes(oneLine(segment)));
    const noise = wanted.without.filter((segment) => text.includes(oneLine(segment)));
    counts.kept += wanted.with.length - missing.length;
    counts.missing += missing.length;
    counts.noise += noise.length;
    for (const segment of missing) failures.push(`${wanted.file}: lacks "${segment}" (${text.length} characters)`);
    for (const segment of noise) failures.push(`${wanted.file}: holds "${segment}"`);
    judge(title, wanted.title && oneLine(wanted.title), page.title && oneLine(page.title), `${wanted.file}: title`);
    judge(date, wanted.date, publishedDay(page), `${wanted.file}: date`);
  }
  const f1 = (2 * counts.kept) / (2 * counts.kept + counts.missing + counts.noise);
  const share = (count: number, { total }: Share) => count / total;
  // Wrong dates: some 4 % of the pages agree with themselves in all places and not with the annotation, so that 3 % was
  // not reached; 5.5 % must be held.
  const heldGround =
    f1 >= 0.9 &&
    share(title.right, title) >= 0.75 &&
    share(date.right, date) >= 0.85 &&
    share(date.wrong, date) <= 0.055;
  const goalMet = heldGround && share(date.wrong, date) <= 0.03;
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  return {
    passed: counts.kept,
    total: counts.kept + counts.missing,
    goalMet,
    heldGround,
    failures,
    note: [
      `F1 ${f1.toFixed(3)} (noise ${counts.noise})`,
      `title ${percent(share(title.right, title))}`,
      `date ${percent(share(date.right, date))}`,
      `wrong date ${percent(share(date.wrong, date))}`,
    ].join(', '),
  };

  function judge(to: Share, wantedValue: string | undefined, got: string | null, what: string): void {
    if (!wantedValue) return;
    to.total += 1;
    if (got === wantedValue) to.right += 1;
    else {
      if (got !== null) to.wrong += 1;
      failures.push(`${what} "${got ?? ''}" instead of "${wantedValue}"`);
    }
  }
}

function pageBytes(dir: string, file: string): Buffer {
  const places = ['cache', 'eval'].map((folder) => path.join(dir, 'tests', folder, `${file}.gz`));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`${file} is not in the archive.`);
  return gunzipSync(readFileSync(found));
}

/** The day in the zone the page names, as its readers see it. */
const publishedDay = ({ published, publishedOffset }: ReturnType<typeof extractPage>): string | null =>
  published && new Date(published.getTime() + (publishedOffset ?? 0) * 60_000).toISOString().slice(0, 10);

const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
