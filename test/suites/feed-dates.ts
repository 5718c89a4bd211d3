import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFeedDate } from '@timbre/collection/reading';
import { resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'feed-dates';
export const goal = '≥ 95 % exact to the second, no wrong instant';

interface Cases {
  feedparser: { in: string; utc: string | null }[];
  gofeed: { in: string; utc: string | null }[];
  miniflux: { exact: { in: string; unix: number }[]; must_parse: string[]; must_fail: string[] };
}

export async function run(dir: string): Promise<SuiteResult> {
  const file = path.join(dir, 'dates.json');
  const { feedparser, gofeed, miniflux } = JSON.parse(readFileSync(file, 'utf8')) as Cases;
  const seconds = (utc: string | null): number | null => (utc === null ? null : Date.parse(utc) / 1000);
  const outcomes = [
    ...[...feedparser, ...gofeed].map((row) => compare(row.in, seconds(row.utc))),
    ...miniflux.exact.map((row) => compare(row.in, row.unix)),
    ...miniflux.must_parse.map((text) => (parseFeedDate(text) ? null : `${text}: not read`)),
    ...miniflux.must_fail.map((text) => compare(text, null)),
  ];
  const result = resultOf(outcomes, 0.95);
  return { ...result, goalMet: result.goalMet && !result.failures.some((failure) => failure.includes('wrong')) };
}

function compare(text: string, wanted: number | null): string | null {
  const date = parseFeedDate(text);
  const got = date === null ? null : Math.floor(date.getTime() / 1000);
  if (got === wanted) return null;
  return got === null ? `${text}: not read` : `${text}: wrong, read as ${date?.toISOString()}`;
}
