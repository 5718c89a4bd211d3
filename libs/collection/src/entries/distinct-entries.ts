import type { KeyedEntry } from './announced-entry.js';

/**
 * Each entry once, the last one where a key comes again, in the order of the keys: rows are written in one order by
 * everybody, so that no two writers wait for each other.
 */
export function distinctEntries(entries: readonly KeyedEntry[]): KeyedEntry[] {
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
