import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { labelledRow, type LabelledRow, parseSentences } from '@timbre/analysis';
import { z } from 'zod';
import { readLines } from '../json-lines/index.js';

/** A labelled file holds a line that cannot be used; the message names file, line and reason. */
export class LabelledFileError extends Error {
  override readonly name = 'LabelledFileError';
}

async function readSentences(file: string): Promise<LabelledRow[]> {
  const lang = basename(file).split('-')[0] ?? '';
  const sentences = parseSentences(await readFile(file, 'utf8'), basename(file));
  return sentences.map(({ text, targets }) => ({ lang, text, targets }));
}

/**
 * Rows of a labelled file: JSON Lines (plain or .gz), or our own marked sentences (.tsv).
 * @throws LabelledFileError on the first line that is not a labelled row.
 */
export async function readLabelledFile(file: string): Promise<LabelledRow[]> {
  if (file.endsWith('.tsv')) return readSentences(file);
  const raw = createReadStream(file);
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => input.destroy(error));
  const rows: LabelledRow[] = [];
  for await (const line of readLines(input as AsyncIterable<Uint8Array>)) {
    if (!('text' in line)) throw new LabelledFileError(`${file}:${line.line}: ${line.message}`);
    rows.push(parseRow(line.text, `${file}:${line.line}`));
  }
  return rows;
}

/** @throws LabelledFileError that names the place. */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LabelledFileError(`${place}: this line is no JSON. Write one object per line.`);
  }
}

function parseRow(text: string, place: string): LabelledRow {
  const parsed = labelledRow.safeParse(parseJson(text, place));
  if (!parsed.success) throw new LabelledFileError(`${place}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
