import { createReadStream } from 'node:fs';
import { reading, type Reading } from '@timbre/contracts';
import { z } from 'zod';
import { readLines } from '../json-lines/index.js';
import { LabelledFileError, parseJson } from './read-labelled-file.js';

const lenient = reading.partial().extend({ id: z.union([z.string(), z.number()]).transform(String) });

/** A line that the analysis answered with an error. */
const failure = z.object({ error: z.looseObject({ code: z.string() }) });

/**
 * Readings by id from a file that `timbre analyze` (of any version) wrote. Lines with an error hold no reading.
 * @throws LabelledFileError when a line is neither.
 */
export async function readPredictions(file: string): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  for await (const line of readLines(createReadStream(file))) {
    if (!('text' in line)) throw new LabelledFileError(`${file}:${line.line}: ${line.message}`);
    const value = parseJson(line.text, `${file}:${line.line}`);
    if (failure.safeParse(value).success) continue;
    const parsed = lenient.safeParse(value);
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
