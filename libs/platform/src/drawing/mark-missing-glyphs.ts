const ascii = /^[\n\r\t -~]*$/;
/** Characters that draw nothing by design: controls, joiners, variation selectors, directions, tags. */
const invisible = /[\p{Cc}\p{Cf}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;

/**
 * Replaces each character that the font cannot draw by a clear mark such as `[U+1F600]`, so that nobody takes an empty
 * box for the text. Invisible characters that the font lacks are dropped.
 *
 * @example markMissingGlyphs('AI 🚀', hasGlyph) // 'AI [U+1F680]'
 */
export function markMissingGlyphs(text: string, hasGlyph: (codePoint: number) => boolean): string {
  if (ascii.test(text)) return text;
  let marked = '';
  for (const character of text.toWellFormed()) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x7f || hasGlyph(codePoint)) marked += character;
    else if (!invisible.test(character)) marked += `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return marked;
}
