import { canonicalEncoding } from './encoding-label.js';

/** Bytes at the beginning of a document in which a declaration is looked for. */
const PRESCAN = 4096;

/** The character set of a `Content-Type` header value, canonical; null when it names none that is known. */
export function charsetOfContentType(contentType: string | null | undefined): string | null {
  const match = /charset\s*=\s*["']?\s*([\w.:+-]+)/i.exec(contentType ?? '');
  return canonicalEncoding(match?.[1]);
}

/**
 * The character sets a document declares about itself, in the order to believe them: the XML declaration,
 * then `meta` elements. Only the first 4 KiB are read, as latin-1: every supported encoding but UTF-16/32
 * writes ASCII as ASCII.
 */
export function declaredEncodings(bytes: Uint8Array): string[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCAN)).toString('latin1');
  const found = [xmlDeclaration(head), ...metaDeclarations(head)];
  return [...new Set(found.filter((encoding) => encoding !== null))];
}

function xmlDeclaration(head: string): string | null {
  const declaration = /^\s{0,64}<\?xml([^>]{0,256})>/i.exec(head)?.[1] ?? '';
  return asciiCompatible(canonicalEncoding(/encoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(declaration)?.[1]));
}

function metaDeclarations(head: string): (string | null)[] {
  const metas = head.replace(/<!--[^]*?(?:-->|$)/g, '').match(/<meta\s[^>]{1,512}>/gi) ?? [];
  return metas.map((meta) => asciiCompatible(charsetOfContentType(meta)));
}

/** A declaration that could be read as ASCII cannot be true when it says UTF-16 or UTF-32: then UTF-8 is meant. */
function asciiCompatible(encoding: string | null): string | null {
  return encoding?.startsWith('utf-16') || encoding?.startsWith('utf-32') ? 'utf-8' : encoding;
}
