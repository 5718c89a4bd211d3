import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { discoverFeeds, FeedError, htmlText, parseFeed, sanitizeHtml } from '@timbre/collection/reading';

const SECRETS = /root:x:|daemon:|\/bin\/(?:ba)?sh/;

/** A bomb that is a document: what it does to everything that reads documents; null when nothing. */
export function checkBombDocument(file: string): string | null {
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
