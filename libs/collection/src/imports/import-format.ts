import { ImportFormatError } from '../collection-errors.js';
import type { ImportFormat } from './read-import.js';

/**
 * The format that a file name tells.
 * @throws ImportFormatError
 */
export function importFormat(fileName: string): ImportFormat {
  if (/\.(jsonl|ndjson|json)$/i.test(fileName)) return 'jsonl';
  if (/\.(csv|tsv|txt)$/i.test(fileName)) return 'csv';
  if (/\.warc(\.gz)?$/i.test(fileName)) return 'warc';
  throw new ImportFormatError(fileName);
}
