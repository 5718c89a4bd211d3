/** Half-open range of the bucket at `index`; the last one ends with the range. */
export function bucketSelection(starts: readonly string[], index: number, end: string): { from?: string; to?: string } {
  const from = starts[index];
  return from === undefined ? {} : { from, to: starts[index + 1] ?? end };
}
