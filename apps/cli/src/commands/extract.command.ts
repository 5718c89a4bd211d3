import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';

/** Larger files are no pages; the limit is that of the fetcher. */
const LARGEST = 64 * 1024 * 1024;

/** `timbre extract FILE…`: HTML pages in, one JSON line each out, in order. */
export function register(program: Command): void {
  program
    .command('extract')
    .description('read HTML pages and print title, byline, date, language and main text, one JSON line per file')
    .argument('<files...>', 'pages as received')
    .option('--content-type <type>', 'the Content-Type header the pages came with')
    .option('--url <url>', 'where the pages came from; relative links are resolved against it')
    .action(async (files: string[], options: { contentType?: string; url?: string }) => {
      const { extractPage } = await import('@timbre/collection/pages');
      const { decodeDocument } = await import('@timbre/collection/reading');
      const { errorAnswer, LineError, writeJsonLine } = await import('../json-lines/index.js');
      for (const [index, file] of files.entries()) {
        try {
          const bytes = await readFile(file);
          if (bytes.length > LARGEST) throw new LineError('too-large', `${file} is larger than ${LARGEST} bytes.`);
          const document = decodeDocument(bytes, { kind: 'html', contentType: options.contentType });
          const page = extractPage(document.text, { url: options.url, now: new Date() });
          const { title, byline, site, modified, lang, text } = page;
          const published = inZone(page.published, page.publishedOffset);
          const url = page.canonicalLink ?? options.url ?? null;
          await writeJsonLine(process.stdout, { file, url, title, byline, site, published, modified, lang, text });
        } catch (error) {
          await writeJsonLine(process.stdout, { file, ...errorAnswer(index + 1, undefined, error) });
        }
      }
    });
}

/** ISO 8601 in the zone that the page names, so that the day is the one its readers see. */
function inZone(instant: Date | null, offset: number | null): string | null {
  if (!instant || !offset) return instant?.toISOString() ?? null;
  const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
