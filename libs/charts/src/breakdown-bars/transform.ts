import type { BreakdownInput, RankedRow } from './types.js';

const MOST = 15;

/** The rows with most coverage, ordered by net sentiment from best to worst; rows without a value stay out. */
export function rankedRows(input: BreakdownInput): RankedRow[] {
  return [...input.rows]
    .filter((row) => row.net.value !== null && row.n > 0)
    .sort((left, right) => right.n - left.n)
    .slice(0, input.most ?? MOST)
    .sort((left, right) => (right.net.value ?? 0) - (left.net.value ?? 0) || right.n - left.n);
}
