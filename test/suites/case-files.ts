import { readFileSync } from 'node:fs';
import type { SuiteResult } from './suite.js';

/** The objects of a JSON Lines file. */
export const readJsonLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

/** The result of checks that each gave null (passed) or what was wrong. */
export function resultOf(outcomes: (string | null)[], goalShare: number): SuiteResult {
  const failures = outcomes.filter((outcome) => outcome !== null);
  const passed = outcomes.length - failures.length;
  return { passed, total: outcomes.length, goalMet: passed >= goalShare * outcomes.length, failures };
}
