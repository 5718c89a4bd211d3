import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** An HTTP answer as a web archive keeps it. */
export interface HttpAnswer {
  status: number;
  contentType: string | null;
  body: Buffer;
}

/**
 * Reads an archived HTTP answer: takes chunks apart and unpacks the body. Archives differ in whether they store bodies
 * as sent or unpacked; a body that does not unpack is taken as it stands.
 *
 * @param largest bytes of an unpacked body
 * @returns null for what is no HTTP answer
 */
export function httpAnswer(block: Buffer, largest: number): HttpAnswer | null {
  const end = headerEnd(block);
  const [first = '', ...lines] = block.toString('latin1', 0, Math.min(end.at, 262_144)).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/i.exec(first)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const raw = block.subarray(end.at + end.length);
  const joined = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? withoutChunks(raw) : raw;
  const body = unpacked(joined, headers.get('content-encoding') ?? '', largest);
  return { status: Number(status), contentType: headers.get('content-type') ?? null, body };
}

function headerEnd(block: Buffer): { at: number; length: number } {
  const crlf = block.indexOf('\r\n\r\n');
  const lf = block.indexOf('\n\n');
  if (crlf !== -1 && (lf === -1 || crlf < lf)) return { at: crlf, length: 4 };
  return lf === -1 ? { at: block.length, length: 0 } : { at: lf, length: 2 };
}

/** A body in chunks put together; one that is not really in chunks as it is. */
function withoutChunks(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < raw.length;) {
    const lineEnd = raw.indexOf(0x0a, at);
    const size =
      lineEnd === -1
        ? null
        : /^\s*([0-9a-f]{1,8})\s*(?:;|\s*$)/i.exec(raw.toString('latin1', at, Math.min(lineEnd, at + 100)));
    if (!size) return parts.length === 0 ? raw : Buffer.concat(parts);
    const length = Number.parseInt(size[1] ?? '0', 16);
    if (length === 0) break;
    parts.push(raw.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    if (raw[at] === 0x0d) at += 1;
    if (raw[at] === 0x0a) at += 1;
  }
  return Buffer.concat(parts);
}

function unpacked(body: Buffer, encodings: string, largest: number): Buffer {
  let current = body;
  for (const encoding of encodings.toLowerCase().split(',').reverse()) {
    const unpack = unpackers[encoding.trim()];
    if (unpack === undefined) continue;
    try {
      current = unpack(current, largest);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return error.code === 'ERR_BUFFER_TOO_LARGE' ? Buffer.alloc(0) : current;
    }
  }
  return current.subarray(0, largest);
}

type Unpack = (body: Buffer, maxOutputLength: number) => Buffer;
const gunzip: Unpack = (body, maxOutputLength) => gunzipSync(body, { maxOutputLength });
const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  br: (body, maxOutputLength) => brotliDecompressSync(body, { maxOutputLength }),
  // Servers mean either of two formats by "deflate"; the first half byte tells which.
  deflate: (body, maxOutputLength) =>
    ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, { maxOutputLength }) : inflateRawSync(body, { maxOutputLength }),
};
