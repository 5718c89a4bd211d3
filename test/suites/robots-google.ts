import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isAllowed, parseRobots } from '@timbre/collection/reading';
import { resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'robots-google';
export const goal = '≥ 126 of 130';

interface Case {
  test: string;
  robots: string;
  agent: string;
  url: string;
  allowed: boolean;
}

export async function run(dir: string): Promise<SuiteResult> {
  const { cases } = JSON.parse(readFileSync(path.join(dir, 'cases.json'), 'utf8')) as { cases: Case[] };
  const outcomes = cases.map(({ test, robots, agent, url, allowed }) =>
    isAllowed(parseRobots(robots), agent, url) === allowed
      ? null
      : `${test}: ${agent} ${url} should be ${allowed ? 'allowed' : 'refused'}`,
  );
  return resultOf(outcomes, 126 / 130);
}
