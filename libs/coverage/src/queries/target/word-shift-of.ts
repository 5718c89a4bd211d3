import type { WordShift } from '@timbre/contracts';
import { wordShift, type WordUse } from '@timbre/metrics';
import type { WordRow } from './target-detail.repository.js';

/** Joins word and language into one key, and parts it again. */
const keyOf = ({ lang, word }: WordRow): string => `${lang}\u0000${word}`;

/**
 * Word shift between two periods. A word has one valence, its mean weight over both, so that only the change of its
 * use counts.
 */
export function wordShiftOf(before: readonly WordRow[], after: readonly WordRow[], most: number): WordShift[] {
  const valences = new Map<string, { weight: number; count: number }>();
  for (const row of [...before, ...after]) {
    const known = valences.get(keyOf(row)) ?? { weight: 0, count: 0 };
    valences.set(keyOf(row), { weight: known.weight + row.weight, count: known.count + row.count });
  }
  const uses = (rows: readonly WordRow[]): WordUse[] =>
    rows.map((row) => {
      const { weight, count } = valences.get(keyOf(row)) ?? { weight: 0, count: 1 };
      return { word: keyOf(row), valence: weight / count, count: row.count };
    });
  return wordShift(uses(before), uses(after))
    .slice(0, most)
    .map(({ word: key, ...shift }) => {
      const [lang = '', word = ''] = key.split('\u0000');
      return { ...shift, word, lang };
    });
}
