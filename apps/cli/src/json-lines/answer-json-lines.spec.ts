import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerJsonLines } from './answer-json-lines.js';
import { readLines } from './read-lines.js';

const schema = z.object({ id: z.string(), n: z.number() });

async function run(input: Buffer | string, maxBytes?: number) {
  const output = new PassThrough();
  const said = text(output);
  const counts = await answerJsonLines({
    input: Readable.from([Buffer.from(input)]),
    output,
    schema,
    maxBytes,
    answer: ({ id, n }) => {
      if (n < 0) throw new RangeError('below zero');
      return { id, twice: n * 2 };
    },
  });
  output.end();
  const lines = (await said).split('\n').filter((line) => line !== '');
  return { counts, answers: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('answerJsonLines', () => {
  it('answers each line in order, bad ones with their number and id', async () => {
    const { counts, answers } = await run(
      '\uFEFF{"id":"a","n":1}\r\n\n{"id":"b"}\nnonsense\n{"id":"c","n":-1}\n{"id":"d","n":2}',
    );
    expect(answers).toEqual([
      { id: 'a', twice: 2 },
      { id: 'b', line: 3, error: { code: 'line.shape', message: expect.stringContaining('n: ') as string } },
      { line: 4, error: { code: 'line.json', message: expect.any(String) as string } },
      { id: 'c', line: 5, error: { code: 'internal', message: 'below zero' } },
      { id: 'd', twice: 4 },
    ]);
    expect(counts).toEqual({ answered: 2, failed: 3 });
  });

  it('goes on after a line that is too long or not UTF-8', async () => {
    const input = Buffer.concat([
      Buffer.from(`"${'x'.repeat(200)}"\n`),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from('{"id":"a","n":1}\n'),
    ]);
    const { answers } = await run(input, 100);
    expect(answers).toMatchObject([
      { error: { code: 'line.too_long' } },
      { error: { code: 'line.encoding' } },
      { id: 'a' },
    ]);
  });
});

describe('readLines', () => {
  it('gives the same lines however the bytes are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), fc.integer({ min: 1, max: 7 }), async (lines, size) => {
        const bytes = Buffer.from(lines.join('\n'), 'utf8');
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        const whole = await Readable.from(readLines(Readable.from([bytes]))).toArray();
        expect(await Readable.from(readLines(Readable.from(chunks))).toArray()).toEqual(whole);
      }),
    );
  });
});
