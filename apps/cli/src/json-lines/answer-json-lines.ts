import type { Writable } from 'node:stream';
import type { z } from 'zod';
import { errorAnswer, idOf, LineError } from './line-error.js';
import { type InputLine, readLines, type ReadLinesOptions } from './read-lines.js';
import { writeJsonLine } from './write-json-line.js';

export interface AnswerOptions<Schema extends z.ZodType> extends ReadLinesOptions {
  input: AsyncIterable<Uint8Array | string>;
  output: Writable;
  /** What a line must hold. */
  schema: Schema;
  /** Answers one line; what it throws becomes the line's error answer. An iterable yields several answers. */
  answer: (value: z.output<Schema>, line: number) => object | Promise<object>;
}

/**
 * JSON Lines in, JSON Lines out: one answer per line, in order. A bad line is answered with
 * `{id?, line, error: {code, message}}` and never ends the run.
 *
 * @returns how many lines were answered well and how many with an error.
 */
export async function answerJsonLines<Schema extends z.ZodType>({
  input,
  output,
  schema,
  answer,
  maxBytes,
}: AnswerOptions<Schema>): Promise<{ answered: number; failed: number }> {
  const counts = { answered: 0, failed: 0 };
  for await (const line of readLines(input, { maxBytes })) {
    let id: string | number | undefined;
    try {
      const value = parseLine(line);
      id = idOf(value);
      await writeJsonLine(output, await answer(checkShape(schema, value), line.line));
      counts.answered += 1;
    } catch (error) {
      await writeJsonLine(output, errorAnswer(line.line, id, error));
      counts.failed += 1;
    }
  }
  return counts;
}

/** @throws LineError when the line is not JSON. */
function parseLine(line: InputLine): unknown {
  if ('code' in line) throw new LineError(line.code, line.message);
  try {
    return JSON.parse(line.text);
  } catch (error) {
    throw new LineError('line.json', `The line is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws LineError that names the first field that does not fit. */
function checkShape<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  throw new LineError('line.shape', path === '' ? (issue?.message ?? 'Wrong shape') : `${path}: ${issue?.message}`);
}
