/** Enough for any message or stack that a person reads. */
const longestText = 4_000;
const mostItems = 20;
const deepest = 4;

/** What errors of the database carry of the rows that they were given: for a batch of articles that is megabytes. */
const contentFields = new Set(['parameters', 'query', 'driverError']);

/** The text, cut where it is longer than anyone reads. */
export function boundedText(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}… (${text.length} characters)`;
}

/**
 * A value as it may be logged: long texts and lists are cut, deep objects (and cycles) end, and the content that a
 * failed statement carries is left out.
 */
export function bounded(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return boundedText(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= deepest) return '…';
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => bounded(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !contentFields.has(key))
      .map(([key, field]) => [key, bounded(field, depth + 1)]),
  );
}
