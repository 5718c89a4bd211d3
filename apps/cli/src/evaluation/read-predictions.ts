import { createReadStream } from 'node:fs';
import { reading, type Reading } from '@timbre/contracts';
import { z } from 'zod';
import { readLines } from '../json-lines/index.js';
import { LabelledFileError } from './read-labelled-file.js';

const lenient = reading.partial().extend({ id: z.union([z.string(), z.number()]).transform(String) });

/**
 * Readings by id from a file that `timbre analyze` (of any version) wrote.
 * @throws LabelledFileError when a line is no reading.
 */
export async function readPredictions(file: string): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  for await (const line of readLines(createReadStream(file))) {
    if (!('text' in line)) throw new LabelledFileError(`${file}:${line.line}: ${line.message}`);
    const parsed = lenient.safeParse(JSON.parse(line.text));
    if (!parsed.success) throw new LabelledFileError(`${file}:${line.line}: ${z.prettifyError(parsed.error)}`);
    readings.set(parsed.data.id, { ...emptyReading, ...parsed.data });
  }
  return readings;
}

/** What counts for a line that has an error or lacks a part: neutral, nothing found. */
export const emptyReading: Reading = {
  id: '',
  lang: '',
  text: '',
  document: { score: 0, label: 'neutral', confidence: 0 },
  targets: [],
  topics: [],
  entities: [],
  proposed: [],
  quotes: [],
  forecasts: [],
  skipped: [],
  version: '',
};
