/** The middle of the sorted values (mean of the two middle ones for even counts); null for none. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** Linear-interpolation quantile (Hyndman and Fan type 7), `p` in 0…1; null for no values. */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
