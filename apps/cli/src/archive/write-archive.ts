import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { withReporting } from './with-reporting.js';

/** Characters that are gathered before they are compressed. */
const chunk = 262_144;

/** Everything into one compressed file, which has its name once it is whole. @returns the file and its rows */
export async function writeArchive(target: string, now: Date): Promise<{ file: string; rows: number }> {
  const isFolder = existsSync(target) && statSync(target).isDirectory();
  const file = isFolder ? join(target, `timbre-${now.toISOString().slice(0, 10)}.jsonl.gz`) : target;
  const part = `${file}.part`;
  try {
    const rows = await withReporting(async ({ archive }) => {
      const gzip = createGzip({ level: 6 });
      const written = pipeline(gzip, createWriteStream(part, { mode: 0o600 }));
      // Heard here, so that it is not unheard while rows are read; it is thrown below.
      written.catch(() => gzip.destroy());
      let buffered = '';
      const flush = async (): Promise<void> => {
        const text = buffered;
        buffered = '';
        if (!gzip.write(text) && !gzip.destroyed) await Promise.race([once(gzip, 'drain'), written]);
      };
      const count = await archive.export(async (line) => {
        buffered += `${line}\n`;
        if (buffered.length >= chunk) await flush();
      }, now);
      gzip.end(buffered);
      await written;
      return count;
    });
    await rename(part, file);
    return { file, rows };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
