/** A line without its end, or the news that it was longer than allowed. Numbers start at 1. */
export type TextLine = { line: number; text: string } | { line: number; tooLong: true };

/**
 * Splits a stream of text into lines (LF or CRLF) without ever holding more than one line of the allowed length: the rest
 * of a longer one is dropped as it comes.
 *
 * @param longest UTF-16 units of a line
 */
export async function* readLines(chunks: AsyncIterable<string>, longest: number): AsyncGenerator<TextLine> {
  let line = 1;
  let held: string[] = [];
  let length = 0;
  const finished = (): TextLine => {
    const text = length > longest ? null : held.join('').replace(/\r$/, '');
    held = [];
    length = 0;
    return text === null ? { line: line++, tooLong: true } : { line: line++, text };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf('\n'); to !== -1; to = chunk.indexOf('\n', from)) {
      hold(chunk.slice(from, to));
      yield finished();
      from = to + 1;
    }
    hold(chunk.slice(from));
  }
  if (length > 0) yield finished();

  function hold(part: string): void {
    length += part.length;
    if (length <= longest && part !== '') held.push(part);
    else if (length > longest) held = [];
  }
}
