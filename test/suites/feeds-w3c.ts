import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { discoverFeeds, FeedError, parseFeed } from '@timbre/collection/reading';
import { readJsonLines, resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'feeds-w3c';
export const goal = '≥ 99 % with the right number of entries or the page’s feed found; no crash';

interface Case {
  file: string;
  family: string;
  event?: string;
}

/** Documents that are no feeds by design, or whose entries are nested in examples. */
const NOT_COUNTED = /ext\/(?:app|xrd)\/|feed_missing|missing_channel|brief-entry|entry-source-author/;
const FEED_FAMILIES = new Set(['atom', 'rss', 'rss20', 'ext', 'xml']);

export async function run(dir: string): Promise<SuiteResult> {
  const rows = readJsonLines<Case>(path.join(dir, 'manifest.jsonl'));
  const feeds = rows.flatMap((row) => check(dir, row) ?? []);
  const pages = readdirSync(path.join(dir, 'feedfinder-tests')).filter((file) => /\d\.html$/.test(file));
  const outcomes = [...feeds.map(({ wrong }) => wrong), ...pages.map((page) => checkPage(dir, page))];
  const result = resultOf(outcomes, 0.99);
  return { ...result, goalMet: result.goalMet && !result.failures.some((failure) => failure.includes('crash')) };
}

/** Documents outside the counted families must only not crash. */
function check(dir: string, { file, family, event }: Case): { wrong: string | null } | null {
  const bytes = readFileSync(path.join(dir, file));
  const counted = FEED_FAMILIES.has(family) && event !== undefined && !NOT_COUNTED.test(file);
  try {
    const { entries } = parseFeed(bytes);
    const wanted = entriesWritten(bytes.toString('latin1'));
    if (!counted) return null;
    return { wrong: entries.length === wanted ? null : `${file}: ${entries.length} entries, not ${wanted}` };
  } catch (error) {
    if (!(error instanceof FeedError)) return { wrong: `${file}: crash ${String(error)}` };
    return counted ? { wrong: `${file}: ${error.code}` } : null;
  }
}

function entriesWritten(text: string): number {
  const markup = text.replace(/<!--[^]*?-->/g, '').replace(/<!\[CDATA\[[^]*?\]\]>/g, '');
  return (markup.match(/<(?:\w+:)?(?:item|entry)[\s>/]/g) ?? []).length;
}

function checkPage(dir: string, page: string): string | null {
  const html = readFileSync(path.join(dir, 'feedfinder-tests', page), 'utf8');
  if (!/<link[^>]*alternate/i.test(html)) return null;
  const found = discoverFeeds(html, `http://example.org/autodiscovery/${page}`);
  return found.some(({ url }) => url.endsWith(page.replace('.html', '.xml'))) ? null : `${page}: feed not found`;
}
