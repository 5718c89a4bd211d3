import { readFile } from 'node:fs/promises';
import { glyphCoverage } from './glyph-coverage.js';
import { markMissingGlyphs } from './mark-missing-glyphs.js';
import { shippedFontFiles } from './shipped-fonts.js';

let loaded: Promise<(text: string) => string> | undefined;

/** Marks what the shipped fonts cannot draw, see `markMissingGlyphs`. The font is read once. */
export function loadGlyphMarker(): Promise<(text: string) => string> {
  loaded ??= readFile(shippedFontFiles[0] ?? '').then((font) => {
    const hasGlyph = glyphCoverage(font);
    return (text: string) => markMissingGlyphs(text, hasGlyph);
  });
  loaded.catch(() => (loaded = undefined));
  return loaded;
}
