import { checkCsvFormulas } from './attack-csv.js';
import { checkSsrf } from './attack-ssrf.js';
import { checkXss } from './attack-xss.js';
import { resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'attack-lists';
export const goal = '0 leaks through the sanitiser, 0 cells that run, 0 connections inside';

export async function run(dir: string): Promise<SuiteResult> {
  const parts = {
    XSS: checkXss(dir),
    formulas: checkCsvFormulas(dir),
    SSRF: await checkSsrf(dir),
  };
  const note = Object.entries(parts)
    .map(([part, outcomes]) => `${part} ${outcomes.filter((outcome) => outcome === null).length}/${outcomes.length}`)
    .join(', ');
  return { ...resultOf(Object.values(parts).flat(), 1), note };
}
