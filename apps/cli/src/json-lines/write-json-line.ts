import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes one object as a line and waits when the reader is slow. */
export async function writeJsonLine(output: Writable, value: unknown): Promise<void> {
  if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain');
}
