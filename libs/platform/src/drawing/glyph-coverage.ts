/** Thrown when a font file has no character map that we read. */
class FontUnreadableError extends Error {
  constructor(reason: string) {
    super(`The font cannot be read: ${reason}. Install the dependencies again.`);
    this.name = 'FontUnreadableError';
  }
}

/**
 * Code points that a TrueType font has a glyph for, from its `cmap` table (OpenType specification, formats 4 and 12).
 *
 * @throws FontUnreadableError
 */
export function glyphCoverage(font: Buffer): (codePoint: number) => boolean {
  const table = cmapOffset(font);
  const subtables = Array.from({ length: font.readUInt16BE(table + 2) }, (_, index) => {
    const offset = table + font.readUInt32BE(table + 8 + index * 8);
    return { offset, format: font.readUInt16BE(offset) };
  });
  const full = subtables.find(({ format }) => format === 12);
  if (full !== undefined) return inGroups(font, full.offset);
  const basic = subtables.find(({ format }) => format === 4);
  if (basic !== undefined) return inSegments(font, basic.offset);
  throw new FontUnreadableError('it has no Unicode character map');
}

function cmapOffset(font: Buffer): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === 'cmap') return font.readUInt32BE(record + 8);
  }
  throw new FontUnreadableError('it has no character map');
}

/** Format 12: sorted groups of code points. */
function inGroups(font: Buffer, offset: number): (codePoint: number) => boolean {
  const count = font.readUInt32BE(offset + 12);
  return (codePoint) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = offset + 16 + middle * 12;
      if (codePoint < font.readUInt32BE(group)) high = middle - 1;
      else if (codePoint > font.readUInt32BE(group + 4)) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/** Format 4: segments of the basic plane. Glyph 0 inside a segment counts as present; such holes are rare. */
function inSegments(font: Buffer, offset: number): (codePoint: number) => boolean {
  const doubled = font.readUInt16BE(offset + 6);
  return (codePoint) => {
    for (let at = 0; at < doubled; at += 2) {
      const end = font.readUInt16BE(offset + 14 + at);
      if (codePoint <= end) return codePoint >= font.readUInt16BE(offset + 16 + doubled + at);
    }
    return false;
  };
}
