/** Milliseconds that the work took, one after the other, after one time that does not count. */
export async function timesOf(work: () => Promise<unknown>, times: number): Promise<number[]> {
  await work();
  const measured: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await work();
    measured.push(performance.now() - start);
  }
  return measured;
}

/** The value below which that part of the measurements lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
