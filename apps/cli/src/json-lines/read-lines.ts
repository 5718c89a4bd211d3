/** One line of input, or why it cannot be used. Lines count from 1, empty ones included. */
export type InputLine = { line: number; text: string } | { line: number; code: LineErrorCode; message: string };
export type LineErrorCode = 'line.too_long' | 'line.encoding';

export interface ReadLinesOptions {
  /** Longest line in bytes; 64 MiB unless told. The rest of a longer one is skipped in constant memory. */
  maxBytes?: number;
}

const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * Splits bytes into lines (LF or CRLF). Never throws on content: a line that is too long or not UTF-8 is told as such
 * and reading goes on. Empty lines are skipped, a byte order mark is dropped.
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  { maxBytes = 64 * 1024 * 1024 }: ReadLinesOptions = {},
): AsyncGenerator<InputLine> {
  let line = 0;
  let parts: Uint8Array[] = [];
  let length = 0;

  const finish = (): InputLine | null => {
    line += 1;
    const taken = length > maxBytes ? null : Buffer.concat(parts, length);
    parts = [];
    length = 0;
    return taken === null
      ? { line, code: 'line.too_long', message: `The line is longer than ${maxBytes} bytes.` }
      : decodeLine(taken, line);
  };

  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
    let from = 0;
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, from)) {
      keep(bytes.subarray(from, at));
      const finished = finish();
      if (finished !== null) yield finished;
      from = at + 1;
    }
    keep(bytes.subarray(from));
  }
  if (length > 0) {
    const finished = finish();
    if (finished !== null) yield finished;
  }

  function keep(part: Uint8Array): void {
    if (part.length === 0) return;
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  }
}

function decodeLine(bytes: Buffer, line: number): InputLine | null {
  const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
  try {
    // The decoder drops a byte order mark, which only the first line may have.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: line !== 1 }).decode(bytes.subarray(0, end));
    return text.trim() === '' ? null : { line, text };
  } catch {
    return { line, code: 'line.encoding', message: 'The line is not valid UTF-8. Convert the file to UTF-8.' };
  }
}
