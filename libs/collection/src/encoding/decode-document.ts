import { readByteOrder } from './byte-order.js';
import { charsetOfContentType, declaredEncodings } from './declared-encoding.js';
import { decodeBytes } from './decode-bytes.js';
import { guessEncoding, scoreEncoding } from './guess-encoding.js';
import { utf8Evidence } from './utf8-evidence.js';

/** What is known about a document before it is read. */
export interface DecodeOptions {
  /** The `Content-Type` header, whose charset is believed before what the document says of itself. */
  contentType?: string | null;
  /** `xml` without any sign is UTF-8, `html` without any sign is windows-1252. */
  kind: 'xml' | 'html';
}

/** A document as text. */
export interface DecodedDocument {
  text: string;
  /** Canonical lower-case name of the encoding that was used, as in the WHATWG standard, plus UTF-32 and `tis-620`. */
  encoding: string;
  /** 1: byte order mark or valid UTF-8; 0.9: declared and consistent; below: statistics, 0 is a mere default. */
  confidence: number;
}

/** How far the best guess must lead over the declared encoding before the declaration is called wrong. */
const OVERRULE_MARGIN = 0.35;
/** Bytes ≥ 0x80 below which statistics are too weak to contradict a declaration. */
const TOO_FEW = 24;
/** A declared encoding in which the bytes read this well needs no comparison with others. */
const CONVINCING = 0.6;
/** Share of broken sequences up to which a document that is said to be UTF-8 is taken as damaged UTF-8. */
const DAMAGED_UTF8 = 0.1;

/**
 * Turns the bytes of a feed or page into text.
 *
 * Order of belief: byte order mark and the zero bytes of UTF-16/32; valid UTF-8 with multi-byte characters; the
 * transport's charset; the XML declaration; `meta`; statistics. A declaration is overruled when the bytes read much
 * better in another encoding. Never throws.
 */
export function decodeDocument(bytes: Uint8Array, options: DecodeOptions): DecodedDocument {
  const order = readByteOrder(bytes);
  if (order)
    return { text: decodeBytes(bytes.subarray(order.mark), order.encoding), encoding: order.encoding, confidence: 1 };
  const { encoding, confidence } = chooseEncoding(bytes, options);
  return { text: decodeBytes(bytes, encoding), encoding, confidence };
}

function chooseEncoding(bytes: Uint8Array, options: DecodeOptions): { encoding: string; confidence: number } {
  const transport = charsetOfContentType(options.contentType);
  const declared = [...new Set([singleByteOrUtf8(transport), ...declaredEncodings(bytes)])].filter(
    (name) => name !== null,
  );
  const { sequences, errors } = utf8Evidence(bytes);
  const first = declared[0];
  if (sequences === 0 && errors === 0) return asciiOnly(bytes, first, options.kind);
  if (errors === 0 && (sequences > 2 || !first || first === 'utf-8')) return { encoding: 'utf-8', confidence: 1 };
  if (sequences > 2 && errors / (sequences + errors) < DAMAGED_UTF8) return { encoding: 'utf-8', confidence: 0.7 };
  const candidates = declared.filter((name) => name !== 'utf-8' || errors === 0);
  return believeOrGuess(bytes, candidates, sequences * 2 + errors < TOO_FEW ? 1.5 : OVERRULE_MARGIN);
}

/** The first declared encoding that reads about as well as the best guess; else the guess. */
function believeOrGuess(
  bytes: Uint8Array,
  declared: string[],
  margin: number,
): { encoding: string; confidence: number } {
  const [first] = declared;
  if (first && first !== 'utf-8' && scoreEncoding(bytes, first) > CONVINCING)
    return { encoding: first, confidence: 0.9 };
  const guess = guessEncoding(bytes);
  for (const encoding of declared) {
    const score = encoding === 'utf-8' ? 0.8 : scoreEncoding(bytes, encoding);
    if (score >= guess.score - margin && score > -1) return { encoding, confidence: 0.9 };
  }
  return { encoding: guess.encoding, confidence: Math.max(0, Math.min(0.85, guess.score)) };
}

function asciiOnly(bytes: Uint8Array, declared: string | undefined, kind: 'xml' | 'html') {
  if (bytes.includes(0x1b) && guessEncoding(bytes).encoding === 'iso-2022-jp') {
    return { encoding: 'iso-2022-jp', confidence: 0.85 };
  }
  if (declared) return { encoding: declared, confidence: 0.9 };
  return { encoding: kind === 'xml' ? 'utf-8' : 'windows-1252', confidence: 0 };
}

/** UTF-16/32 announced by the transport without a byte order to be seen in the bytes is a lie of the server. */
function singleByteOrUtf8(transport: string | null): string | null {
  return transport?.startsWith('utf-16') || transport?.startsWith('utf-32') ? null : transport;
}
