const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
};
const BLOCKS = /^\/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|th|table|section|article|blockquote|hr|figure|figcaption)\b/i;
const LONGEST_TAG = 400;

/** A stretch of markup left in a text, and the text that it stands for. */
export interface HtmlResidue {
  length: number;
  replacement: string;
}

/** The tag that opens at `at` (which holds `<`), or null. Looks at most 400 units ahead, so a text of `<` stays linear. */
export function tagAt(text: string, at: number): HtmlResidue | null {
  const next = text.charCodeAt(at + 1);
  const letter = (next >= 97 && next <= 122) || (next >= 65 && next <= 90);
  if (!letter && next !== 47 && next !== 33) return null;
  if (text.startsWith('<!--', at)) {
    const window = text.slice(at, at + LONGEST_TAG * 4);
    const end = window.indexOf('-->');
    return end < 0 ? null : { length: end + 3, replacement: ' ' };
  }
  for (let i = at + 1; i < Math.min(text.length, at + LONGEST_TAG); i += 1) {
    const code = text.charCodeAt(i);
    if (code === 60) return null;
    if (code === 62) {
      const inside = text.slice(at + 1, Math.min(i, at + 14));
      return { length: i + 1 - at, replacement: BLOCKS.test(inside) ? '\n' : '' };
    }
  }
  return null;
}

/** The character reference that starts at `at` (which holds `&`), or null. */
export function characterReferenceAt(text: string, at: number): HtmlResidue | null {
  const match = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/.exec(text.slice(at, at + 12));
  if (!match) return null;
  const [whole, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    const replacement = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    return replacement === undefined ? null : { length: whole.length, replacement };
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number.parseInt(decimal, 10);
  const printable = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return { length: whole.length, replacement: printable ? String.fromCodePoint(code) : ' ' };
}
