import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  isForReporting,
  isHeldOutSentence,
  type LabelledRow,
  shippedSentenceFolder,
  shippedStatementFolder,
} from '@timbre/analysis';
import type { LabelledFile } from './evaluate-files.js';
import { readLabelledFile } from './read-labelled-file.js';

/** Rows per file are limited so that the table takes seconds, not minutes. */
const mostRows = 3_000;

async function readAll(folder: string, keep: (file: string) => boolean): Promise<LabelledFile[]> {
  const files = readdirSync(folder).filter(keep).sort();
  return Promise.all(files.map(async (file) => ({ file, rows: await readLabelledFile(join(folder, file)) })));
}

const where = ({ file, rows }: LabelledFile, keep: (row: LabelledRow) => boolean): LabelledFile => ({
  file,
  rows: rows.filter(keep).slice(0, mostRows),
});

/** The fifth of our own sentences that no model saw, one set per language, and our own quotes and forecasts. */
async function readShippedSets(): Promise<LabelledFile[]> {
  const own = (await readAll(shippedSentenceFolder, (file) => file.endsWith('.tsv'))).map((set) =>
    where(set, (row) => isHeldOutSentence(row.text)),
  );
  const sentences = ['en', 'zh'].map((lang) => ({
    file: `sentences (held out)`,
    rows: own.flatMap(({ rows }) => rows.filter((row) => row.lang === lang)),
  }));
  return [...sentences, ...(await readAll(shippedStatementFolder, (file) => file.endsWith('.jsonl')))];
}

/**
 * What the published table reports on: our own sets, and the halves of the external sets in `folder` that no weight was
 * fitted on. Without that folder only our own.
 */
export async function readReportingSets(folder: string): Promise<LabelledFile[]> {
  const own = await readShippedSets();
  const external = join(folder, 'sentiment');
  if (!existsSync(external)) return own;
  const trainedOn = /^(en_newsmtsc_rw|en_sentfin|zh_diaasq|zh_absa_products)\.train/;
  const sets = await readAll(external, (file) => file.endsWith('.jsonl.gz') && !trainedOn.test(file));
  return [...own, ...sets.map((set) => where(set, isForReporting))];
}
