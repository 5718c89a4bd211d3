import { basename } from 'node:path';
import {
  type EvaluationReport,
  inputOf,
  type Judgement,
  judgeReading,
  type LabelledRow,
  type PairedItem,
  reportOf,
} from '@timbre/analysis';
import type { AnalysisInput, Reading } from '@timbre/contracts';

/** Answers a row: the analysis itself or a file of predictions. */
type Reader = (input: AnalysisInput) => Reading;

/** A labelled file with its rows. */
export interface LabelledFile {
  file: string;
  rows: readonly LabelledRow[];
}

const nameOf = (file: string): string => basename(file).replace(/\.(jsonl|gz|tsv|json)/g, '');

/** One report per file and language, and one over everything when there is more than one. */
export function evaluateFiles(files: readonly LabelledFile[], read: Reader): EvaluationReport[] {
  const reports: EvaluationReport[] = [];
  const all: Judgement[] = [];
  for (const { file, rows } of files) {
    const byLanguage = new Map<string, Judgement[]>();
    rows.forEach((row, index) => {
      const reading = read(inputOf(row, index + 1));
      const judgement = judgeReading(row, reading);
      const lang = row.lang ?? reading.lang;
      byLanguage.set(lang, [...(byLanguage.get(lang) ?? []), judgement]);
      all.push(judgement);
    });
    for (const [lang, judgements] of byLanguage) reports.push(reportOf(nameOf(file), lang, judgements));
  }
  return reports.length > 1 ? [...reports, reportOf('all', '', all)] : reports;
}

/** Every labelled item as two readers judge it. */
export function pairItems(files: readonly LabelledFile[], first: Reader, second: Reader): PairedItem[] {
  return files.flatMap(({ rows }) =>
    rows.flatMap((row, index) => {
      const input = inputOf(row, index + 1);
      const other = judgeReading(row, second(input)).items;
      return judgeReading(row, first(input)).items.map(({ gold, predicted }, item) => ({
        gold,
        first: predicted,
        second: other[item]?.predicted ?? 0,
      }));
    }),
  );
}
