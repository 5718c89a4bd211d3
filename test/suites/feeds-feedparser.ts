import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FeedError, parseFeed } from '@timbre/collection/reading';
import { type FieldExpectation, unmet } from './feed-fields.js';
import { readJsonLines, resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'feeds-feedparser';
export const goal = '≥ 95 % of files with every assertion; never an untyped error, never over 1 s';

interface Case {
  file: string;
  expect: FieldExpectation[];
  http_headers?: [string, string][];
}

/** The suite's own server answers under this address; relative links are expected to start there. */
const SERVER = 'http://127.0.0.1:8097/';

export async function run(dir: string): Promise<SuiteResult> {
  const outcomes = readJsonLines<Case>(path.join(dir, 'core.jsonl')).map((row) => check(dir, row));
  const unacceptable = outcomes.some((outcome) => /untyped|slow/.test(outcome ?? ''));
  const result = resultOf(outcomes, 0.95);
  return { ...result, goalMet: result.goalMet && !unacceptable };
}

function check(dir: string, { file, expect, http_headers = [] }: Case): string | null {
  const header = new Map(http_headers.map(([key, value]) => [key.toLowerCase(), value]));
  const started = performance.now();
  try {
    const feed = parseFeed(readFileSync(path.join(dir, file)), {
      url: SERVER + file,
      contentType: header.get('content-type'),
      contentLocation: header.get('content-location'),
      contentLanguage: header.get('content-language'),
    });
    if (performance.now() - started > 1000) return `${file}: slow`;
    const wrong = unmet(feed, expect);
    return wrong.length > 0 ? `${file}: ${wrong.join('; ')}` : null;
  } catch (error) {
    return `${file}: ${error instanceof FeedError ? error.code : `untyped ${String(error)}`}`;
  }
}
