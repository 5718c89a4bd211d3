/**
 * The text of bytes in a known encoding; bytes that mean nothing become U+FFFD. No byte order mark is kept.
 *
 * @param encoding a name returned by `canonicalEncoding`, or `utf-32le`/`utf-32be`/`tis-620`
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding === 'utf-32le');
  return new TextDecoder(encoding === 'tis-620' ? 'windows-874' : encoding).decode(bytes);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let part = '';
  for (let offset = 0; offset + 4 <= bytes.byteLength; offset += 4) {
    const point = view.getUint32(offset, littleEndian);
    if (offset === 0 && point === 0xfeff) continue;
    const valid = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    part += valid ? String.fromCodePoint(point) : '\ufffd';
    if (part.length > 4096) {
      parts.push(part);
      part = '';
    }
  }
  return parts.join('') + part;
}
