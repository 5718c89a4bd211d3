import { TextDecoder } from 'node:util';
import { decodeDocument } from '../encoding/decode-document.js';

/** Bytes looked at before the encoding is decided. */
const SAMPLE = 65_536;

/**
 * Decodes a stream of bytes to text: UTF-8 unless its beginning says otherwise (spreadsheets in China save CSV as
 * GB18030). Undecodable bytes become U+FFFD; nothing is lost silently and nothing stops.
 */
export async function* decodeStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let sample = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    sample = concat(sample, chunk);
    if (sample.length < SAMPLE) continue;
    decoder = new TextDecoder(encodingOf(sample));
    yield decoder.decode(sample, { stream: true });
  }
  decoder ??= new TextDecoder(encodingOf(sample));
  if (sample.length < SAMPLE) yield decoder.decode(sample, { stream: true });
  yield decoder.decode();
}

function encodingOf(sample: Uint8Array): string {
  if (isUtf8Prefix(sample)) return 'utf-8';
  return decodeDocument(sample, { kind: 'html' }).encoding;
}

/** Valid UTF-8, but for a character that the end of the sample may cut. */
function isUtf8Prefix(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
