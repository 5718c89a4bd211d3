import { pipeline, type Readable, type Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import * as zlib from 'node:zlib';
import { EgressError } from './egress-error.js';

/** Node has zstd from 22.15 on. */
const createZstd = 'createZstdDecompress' in zlib ? (zlib.createZstdDecompress as () => Transform) : null;

/** What we tell servers that we can read. */
export const acceptEncoding = ['gzip', 'deflate', 'br', ...(createZstd === null ? [] : ['zstd'])].join(', ');

/**
 * Reads a body, decompressed, and stops at the limit: a few kilobytes that unpack to gigabytes cost no more than the
 * limit. A body that breaks off after some of it was read is an error, not a short text.
 *
 * @throws EgressError
 */
export async function readBody(body: Readable, encodings: string, maxBytes: number): Promise<Buffer> {
  const decoders = await decodersFor(encodings, body);
  // pipeline() destroys all streams when one fails; the loop below sees the error of the last one.
  const output = decoders.reduce<Readable>((from, decoder) => pipeline(from, decoder, () => undefined), body);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of output as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw new EgressError('egress.too_large', `The answer is larger than ${maxBytes} bytes.`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (isZlibError(error)) {
      throw new EgressError('egress.bad_encoding', `The answer says it is ${encodings}-compressed, but it is not.`, {
        cause: error,
      });
    }
    throw error;
  } finally {
    discard(body);
  }
  return Buffer.concat(chunks, length);
}

/** Drops a body that nobody reads; undici reports the breaking off as an error, which is no news. */
export function discard(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

async function decodersFor(encodings: string, body: Readable): Promise<Transform[]> {
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > 3) {
    discard(body);
    throw new EgressError('egress.bad_encoding', 'The answer is compressed more often than any honest one.');
  }
  const decoders: Transform[] = [];
  for (const name of names.reverse()) {
    const decoder = await decoderFor(name, decoders.length === 0 ? body : null);
    if (decoder === null) {
      discard(body);
      throw new EgressError(
        'egress.bad_encoding',
        `The answer is compressed in a way that was not asked for: ${name.slice(0, 30)}.`,
      );
    }
    decoders.push(decoder);
  }
  return decoders;
}

async function decoderFor(name: string, body: Readable | null): Promise<Transform | null> {
  // Tolerates a missing trailer, as browsers do.
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip(lenient);
    case 'deflate':
      return body !== null && (await isRawDeflate(body)) ? createInflateRaw(lenient) : createInflate(lenient);
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstd?.() ?? null;
    default:
      return null;
  }
}

/** "deflate" means zlib, but some servers send raw deflate; the low nibble of the first byte tells (RFC 1950 §2.2). */
async function isRawDeflate(body: Readable): Promise<boolean> {
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (chunk.length === 0) continue;
    body.unshift(chunk);
    return ((chunk[0] ?? 0) & 0x0f) !== 8;
  }
  return false;
}

function isZlibError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return (
    code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR') || code.startsWith('ZSTD_')
  );
}
