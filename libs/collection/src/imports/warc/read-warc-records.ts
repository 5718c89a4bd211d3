import { ByteQueue } from './byte-queue.js';

/** One record of a web archive. */
export interface WarcRecord {
  /** Position in the file, from 1. */
  record: number;
  /** Lower-case names. */
  headers: ReadonlyMap<string, string>;
  /** Null for records that were not asked for. */
  block: Buffer | null;
}

/** A place in the file that is no record. */
export interface WarcDamage {
  record: number;
  code: 'warc.damaged' | 'warc.too_large';
}

const LONGEST_LINE = 65_536;
const MOST_HEADERS = 500;

/**
 * Reads WARC 1.0 and 1.1 (ISO 28500) record by record. Only wanted blocks are held, one at a time, up to `largest`
 * bytes; damage is reported once and reading goes on at the next record.
 *
 * @param wanted decides by the headers whether a record's block is needed
 */
export async function* readWarcRecords(
  stream: AsyncIterable<Uint8Array>,
  wanted: (headers: ReadonlyMap<string, string>, record: number) => boolean,
  largest: number,
): AsyncGenerator<WarcRecord | WarcDamage> {
  const queue = new ByteQueue(stream);
  let record = 0;
  for (;;) {
    const start = await nextVersionLine(queue);
    if (start === null) return;
    record += 1;
    if (start.lost) yield { record: record++, code: 'warc.damaged' };
    const headers = await readHeaders(queue);
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) {
      yield { record, code: 'warc.damaged' };
      continue;
    }
    const needed = wanted(headers, record);
    if (needed && length <= largest) {
      const block = await queue.take(length);
      yield block.length === length ? { record, headers, block } : { record, code: 'warc.damaged' };
    } else {
      const whole = await queue.skip(length);
      if (!whole) yield { record, code: 'warc.damaged' };
      else if (needed) yield { record, code: 'warc.too_large' };
      else yield { record, headers, block: null };
    }
  }
}

/** Goes to the next `WARC/1.x` line; `lost` when anything but blank lines stood before it. */
async function nextVersionLine(queue: ByteQueue): Promise<{ lost: boolean } | null> {
  let lost = false;
  for (;;) {
    const line = await queue.line(LONGEST_LINE);
    if (line === null) return null;
    if (/^WARC\/\d+\.\d+\s*$/.test(line.toString('latin1', 0, 40))) return { lost };
    if (line.length > 0) lost = true;
  }
}

async function readHeaders(queue: ByteQueue): Promise<Map<string, string>> {
  const headers = new Map<string, string>();
  let last: string | null = null;
  for (let lines = 0; lines < MOST_HEADERS; lines += 1) {
    const line = (await queue.line(LONGEST_LINE))?.toString('utf8');
    if (line === undefined || line === '') break;
    if (/^[ \t]/.test(line) && last !== null) {
      headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    headers.set(last, line.slice(colon + 1).trim());
  }
  return headers;
}
