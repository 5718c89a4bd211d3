import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { type ImportProblem, type ImportRow, importRow } from './import-row.js';
import { readLines } from './read-lines.js';

/** Longest line of JSON Lines, in UTF-16 units: a text of the largest size with its escapes. */
const LONGEST_LINE = 16_000_000;

export type ImportFormat = 'jsonl' | 'csv' | 'warc';

/** A line that can be stored, or why it cannot. */
export type ImportedLine = { line: number; row: ImportRow } | { line: number; problem: ImportProblem };

/** Reads an import row by row in bounded memory; a bad line is reported and the next one read. */
export function readImport(
  chunks: AsyncIterable<string>,
  format: Exclude<ImportFormat, 'warc'>,
): AsyncGenerator<ImportedLine> {
  return format === 'csv' ? readCsv(chunks) : readJsonLines(chunks);
}

async function* readJsonLines(chunks: AsyncIterable<string>): AsyncGenerator<ImportedLine> {
  for await (const found of readLines(chunks, LONGEST_LINE)) {
    const { line } = found;
    if ('tooLong' in found) {
      yield {
        line,
        problem: {
          code: 'import.line_too_long',
          message: 'The line is longer than 16 million characters. Split the article.',
        },
      };
      continue;
    }
    const text = line === 1 ? found.text.replace(/^\uFEFF/, '') : found.text;
    if (text.trim() === '') continue;
    const value = parseJson(text);
    yield value === undefined
      ? {
          line,
          problem: {
            code: 'import.json',
            message: 'The line is not valid JSON. Each line must hold one whole object.',
          },
        }
      : { line, ...importRow(value) };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

interface CsvRecord {
  info: { lines: number; error?: Error };
  record: Record<string, string>;
}

async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<ImportedLine> {
  const skipped: { line: number; problem: ImportProblem }[] = [];
  const parser = parse({
    bom: true,
    columns: (header: string[]) => header.map((name) => name.trim()),
    delimiter: [',', ';', '\t'],
    info: true,
    max_record_size: LONGEST_LINE,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = Number((error as { lines?: number } | undefined)?.lines ?? 0);
      skipped.push({ line, problem: { code: 'import.csv', message: error?.message ?? 'The record cannot be read.' } });
      return undefined;
    },
  });
  const source = Readable.from(chunks);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const { info, record } of parser as AsyncIterable<CsvRecord>) {
    yield* skipped.splice(0);
    yield { line: info.lines, ...importRow(record) };
  }
  yield* skipped.splice(0);
}
