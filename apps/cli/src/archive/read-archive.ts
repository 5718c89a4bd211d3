import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { ArchiveImported } from '@timbre/reporting';
import { withReporting } from './with-reporting.js';

/** Reads an archive of `writeArchive` into the installation that the settings name. */
export function readArchive(file: string, progress: (rows: number) => void): Promise<ArchiveImported> {
  return withReporting(({ archive }) => archive.import(linesOf(file), progress));
}

/** Lines of a compressed file; damage to it is thrown where the lines are read. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let failure: Error | null = null;
  const lines = createInterface({ input: gunzip, crlfDelay: Infinity });
  gunzip.on('error', (error) => {
    failure = error;
    lines.close();
  });
  yield* lines;
  if (failure !== null) throw failure as Error;
}
