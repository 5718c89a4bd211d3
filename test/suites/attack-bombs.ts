import { readdirSync } from 'node:fs';
import path from 'node:path';
import { checkBombDocument } from './attack-bombs-documents.js';
import { checkBombTransfer } from './attack-bombs-transfers.js';
import { resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'attack-bombs';
export const goal = 'all: under 2 s, under 200 MB more, a typed error or a result, nothing leaks';

/** A gigabyte on the wire is a case for the client that fetches; the rest are cases for what reads documents. */
export async function run(dir: string): Promise<SuiteResult> {
  const outcomes: (string | null)[] = [];
  for (const file of readdirSync(dir).sort()) {
    const full = path.join(dir, file);
    outcomes.push(file.includes('1GiB') ? await checkBombTransfer(full) : checkBombDocument(full));
  }
  return resultOf(outcomes, 1);
}
