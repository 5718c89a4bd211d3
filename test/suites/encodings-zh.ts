import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeDocument } from '@timbre/collection/reading';
import { readJsonLines, resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'encodings-zh';
export const goal = 'declared 100 %, undeclared ≥ 99 %';

interface Case {
  file: string;
  content_type: string;
  mode: 'meta' | 'none' | 'wrong-meta-header-right';
  expect_sha256_of_utf8_text: string;
}

export async function run(dir: string): Promise<SuiteResult> {
  const rows = readJsonLines<Case>(path.join(dir, 'manifest.jsonl'));
  const outcome = (row: Case): string | null => {
    const bytes = gunzipSync(readFileSync(path.join(dir, row.file)));
    const { text, encoding } = decodeDocument(bytes, { contentType: row.content_type, kind: 'html' });
    const same = createHash('sha256').update(text).digest('hex') === row.expect_sha256_of_utf8_text;
    return same ? null : `${row.file}: read as ${encoding}`;
  };
  const declared = resultOf(rows.filter(({ mode }) => mode !== 'none').map(outcome), 1);
  const undeclared = resultOf(rows.filter(({ mode }) => mode === 'none').map(outcome), 0.99);
  return {
    passed: declared.passed + undeclared.passed,
    total: declared.total + undeclared.total,
    goalMet: declared.goalMet && undeclared.goalMet,
    failures: [...declared.failures, ...undeclared.failures],
  };
}
