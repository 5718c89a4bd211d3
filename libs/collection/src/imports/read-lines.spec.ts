import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines, type TextLine } from './read-lines.js';

async function* chunked(parts: readonly string[]) {
  yield* parts;
}
async function lines(parts: readonly string[], longest = 100): Promise<TextLine[]> {
  const all: TextLine[] = [];
  for await (const line of readLines(chunked(parts), longest)) all.push(line);
  return all;
}

describe('readLines', () => {
  it('does not care where chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^[ab\n]*$/), { maxLength: 20 }), async (parts) => {
        expect(await lines(parts)).toEqual(await lines([parts.join('')]));
      }),
    );
  });

  it('numbers lines, drops CR and the empty end', async () => {
    expect(await lines(['a\r\nb', '\n\nc'])).toEqual([
      { line: 1, text: 'a' },
      { line: 2, text: 'b' },
      { line: 3, text: '' },
      { line: 4, text: 'c' },
    ]);
  });

  it('reports a line that is too long and goes on with the next', async () => {
    expect(await lines(['x'.repeat(60), 'x'.repeat(60), '\nok\n'])).toEqual([
      { line: 1, tooLong: true },
      { line: 2, text: 'ok' },
    ]);
  });
});
