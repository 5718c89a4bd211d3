import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What one suite came to. */
export interface SuiteResult {
  passed: number;
  total: number;
  goalMet: boolean;
  /** One line per failed case: which, and what was wrong. */
  failures: string[];
}

/** The folder that holds a suite's files, whether `dir` is that folder or the one its archive was unpacked into. */
export function suiteFolder(dir: string, name: string): string {
  const inner = path.join(dir, name);
  return existsSync(inner) ? inner : dir;
}

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
