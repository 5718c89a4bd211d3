import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import type { Command } from 'commander';

/**
 * Streams of the files named, in order; standard input when none is. A file that cannot be read ends `command`
 * before any is.
 */
export async function* openInputs(
  files: readonly string[],
  command: Command,
): AsyncGenerator<AsyncIterable<Uint8Array>> {
  if (files.length === 0) {
    yield process.stdin;
    return;
  }
  for (const file of files) {
    await access(file, constants.R_OK).catch(() => command.error(`error: cannot read ${file}`));
  }
  for (const file of files) yield createReadStream(file);
}
