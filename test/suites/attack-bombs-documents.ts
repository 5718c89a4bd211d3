import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { discoverFeeds, FeedError, htmlText, parseFeed, sanitizeHtml } from '@timbre/collection/reading';
import { resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

/** The cases that are documents; those that are compressed transfers belong to the fetching of them. */
export const name = 'attack-bombs';
export const goal = 'all: under 2 s, under 200 MB more, a typed error or a result, nothing leaks';

const SECRETS = /root:x:|daemon:|\/bin\/(?:ba)?sh/;

export async function run(dir: string): Promise<SuiteResult> {
  const files = readdirSync(dir).filter((file) => !file.includes('1GiB'));
  return resultOf(
    files.map((file) => check(path.join(dir, file))),
    1,
  );
}

function check(file: string): string | null {
  const raw = readFileSync(file);
  const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw;
  const text = bytes.toString('utf8');
  const uses: [string, () => unknown][] = [
    ['parseFeed', () => parseFeed(bytes, { url: 'http://attacker.test/feed' })],
    ['sanitizeHtml', () => sanitizeHtml(text)],
    ['htmlText', () => htmlText(text)],
    ['discoverFeeds', () => discoverFeeds(text, 'http://attacker.test/')],
  ];
  const label = path.basename(file);
  for (const [use, call] of uses) {
    const started = performance.now();
    const memory = process.memoryUsage().rss;
    const outcome = attempt(call);
    if (outcome.startsWith('untyped')) return `${label}: ${use} ${outcome}`;
    if (use === 'parseFeed' && SECRETS.test(outcome)) return `${label}: ${use} leaks a local file`;
    if (performance.now() - started > 2000) return `${label}: ${use} slow`;
    if (process.memoryUsage().rss - memory > 200e6) return `${label}: ${use} took too much memory`;
    if ('polluted' in {}) return `${label}: ${use} polluted Object.prototype`;
  }
  return null;
}

function attempt(call: () => unknown): string {
  try {
    return JSON.stringify(call()) ?? '';
  } catch (error) {
    return error instanceof FeedError ? error.code : `untyped ${String(error)}`;
  }
}
