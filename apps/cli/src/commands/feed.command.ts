import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';

interface FeedOptions {
  contentType?: string;
  url?: string;
  contentLocation?: string;
  contentLanguage?: string;
}

/** Larger files are no feeds; the limit is that of the fetcher. */
const LARGEST = 64 * 1024 * 1024;

/** `timbre feed FILE…`: feed documents in, one JSON line each out, in order; a file that is no feed gives an error line. */
export function register(program: Command): void {
  program
    .command('feed')
    .description('read feed documents (RSS, RDF, Atom, JSON Feed, CDF, news sitemaps) and print one JSON line per file')
    .argument('<files...>', 'feed documents as received')
    .option('--content-type <type>', 'the Content-Type header the documents came with')
    .option('--url <url>', 'where the documents came from; relative links are resolved against it')
    .option('--content-location <url>', 'the Content-Location header, which goes before --url')
    .option('--content-language <tag>', 'the Content-Language header')
    .action(async (files: string[], options: FeedOptions) => {
      const { parseFeed } = await import('@timbre/collection/reading');
      const { errorAnswer, LineError, writeJsonLine } = await import('../json-lines/index.js');
      for (const [index, file] of files.entries()) {
        try {
          const bytes = await readFile(file);
          if (bytes.length > LARGEST) throw new LineError('too-large', `${file} is larger than ${LARGEST} bytes.`);
          await writeJsonLine(process.stdout, { file, ...parseFeed(bytes, { ...options, now: new Date() }) });
        } catch (error) {
          await writeJsonLine(process.stdout, { file, ...errorAnswer(index + 1, undefined, error) });
        }
      }
    });
}
