import type { Feed } from '@timbre/collection/reading';

/** An assertion on a parsed feed: a dotted path such as `entries.0.title`, and its value. */
export interface FieldExpectation {
  field: string;
  value: unknown;
}

/** The assertions a feed does not meet, as text. */
export const unmet = (feed: Feed, expected: readonly FieldExpectation[]): string[] =>
  expected
    .filter((expectation) => !meets(feed, expectation))
    .map(({ field, value }) => `${field} ≠ ${JSON.stringify(value)}`);

/**
 * Whether a field has the expected value: texts are compared by their words (markup, references and spacing left
 * out), dates by the second, encodings by family; a text counts whether it stands in summary or content.
 */
function meets(feed: Feed, { field, value }: FieldExpectation): boolean {
  const parts = field.split('.');
  const last = parts.at(-1);
  const found = valueAt(feed, parts);
  if (last === 'encoding') return encodingFamily(found) === encodingFamily(value);
  if (last === 'published' || last === 'updated') return second(found) === second(value);
  if (last === 'summary' || last === 'content') {
    const entry = feed.entries[Number(parts[1])];
    return [entry?.summary, entry?.content].some((text) => words(text) === words(value));
  }
  return words(found) === words(value);
}

/** Suites speak of `feed.title`, `entries.0.tags.0` and one `author`. */
function valueAt(feed: Feed, parts: string[]): unknown {
  const [head, ...rest] = parts;
  if (head === 'encoding') return feed.encoding;
  if (head === 'feed') return read(feed, rest);
  const [index, name, position] = rest;
  const entry = feed.entries[Number(index)];
  if (index === 'length') return feed.entries.length;
  if (name === 'tags') return entry?.categories[Number(position)];
  return name === 'author' ? entry?.authors.join(', ') : read(entry, [name ?? '']);
}

const read = (from: object | undefined, path: string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], from);

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

function words(value: unknown): string {
  return String(value ?? '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi,
      (whole, hex?: string, decimal?: string, name?: string) =>
        name
          ? (NAMED[name.toLowerCase()] ?? whole)
          : String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '63', hex ? 16 : 10)),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function second(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null;
  return Math.floor(new Date(value as string | Date).getTime() / 1000);
}

function encodingFamily(value: unknown): string {
  const name = String(value ?? '')
    .toLowerCase()
    .replace(/[-_]/g, '');
  if (name === 'gbk' || name === 'gb2312') return 'gb18030';
  return /^(?:iso88591|usascii|ascii)$/.test(name) ? 'windows1252' : name;
}
