import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ImportedLine } from '../read-import.js';
import { archivedArticle } from './archived-article.js';
import { readWarcRecords } from './read-warc-records.js';

/** Larger answers are films, not articles. */
const LARGEST_BLOCK = 24 * 1024 * 1024;

const messages = {
  'warc.damaged': 'The record is damaged or the file breaks off here.',
  'warc.too_large': 'The record is larger than an article can be.',
} as const;

/**
 * Articles of a web archive, plain or packed record by record with gzip; `line` is the number of the record. Records up
 * to `after` are passed over without being unpacked into pages.
 */
export async function* readWarc(chunks: AsyncIterable<Uint8Array>, after: number): AsyncGenerator<ImportedLine> {
  let reached = after;
  const wanted = (headers: ReadonlyMap<string, string>, record: number): boolean =>
    record > after && headers.get('warc-type') === 'response' && webAddress(headers) !== null;
  try {
    for await (const found of readWarcRecords(await unpackedArchive(chunks), wanted, LARGEST_BLOCK)) {
      const { record: line } = found;
      reached = Math.max(reached, line);
      if (line <= after) continue;
      if ('code' in found) yield { line, problem: { code: found.code, message: messages[found.code] } };
      else {
        const address = webAddress(found.headers);
        const article = found.block !== null && address !== null ? read(found.block, address, found.headers) : null;
        if (article !== null) yield { line, ...article };
      }
    }
  } catch (error) {
    if (!isDamagedGzip(error)) throw error;
    yield { line: reached + 1, problem: { code: 'warc.damaged', message: messages['warc.damaged'] } };
  }
}

function read(block: Buffer, url: string, headers: ReadonlyMap<string, string>) {
  const crawled = new Date(headers.get('warc-date') ?? '');
  return archivedArticle(block, url, Number.isNaN(crawled.getTime()) ? new Date(0) : crawled);
}

/** Version 1.0 files write the address between angle brackets at times. */
function webAddress(headers: ReadonlyMap<string, string>): string | null {
  const address = (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
  return /^https?:\/\//i.test(address) && URL.canParse(address) && address.length <= 2000
    ? new URL(address).href
    : null;
}

/** The two bytes with which gzip begins decide, not the name of the file. */
async function unpackedArchive(chunks: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let length = 0;
  while (length < 2) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    start.push(value);
    length += value.length;
  }
  const head = Buffer.concat(start);
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  };
  if (head[0] !== 0x1f || head[1] !== 0x8b) return whole();
  // Gunzip goes on from member to member by itself.
  const gunzip = createGunzip();
  const source = Readable.from(whole());
  source.on('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

function isDamagedGzip(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}
