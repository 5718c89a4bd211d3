/**
 * Cohen's κ (Educational and Psychological Measurement 20, 1960): agreement of two judges beyond chance, 1 when they
 * always agree, 0 when they agree as often as chance has it.
 *
 * @param counts square: `counts[i][j]` cases that the first judge called i and the second j
 * @returns null without cases, or when both judges only ever use one and the same class
 */
export function cohensKappa(counts: readonly (readonly number[])[]): number | null {
  const first = counts.map((row) => row.reduce((sum, value) => sum + value, 0));
  const second = counts.map((_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const n = first.reduce((sum, value) => sum + value, 0);
  if (n === 0) return null;
  const observed = counts.reduce((sum, row, index) => sum + (row[index] ?? 0), 0) / n;
  const expected = first.reduce((sum, value, index) => sum + value * (second[index] ?? 0), 0) / (n * n);
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}
