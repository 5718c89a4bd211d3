/**
 * Largest-triangle-three-buckets down-sampling (Steinarsson 2013): the indices to keep so that a line of many points
 * looks the same. Nulls count as zero height; the first and the last point stay.
 * @returns ascending indices, all of them when there are at most `threshold`
 */
export function largestTriangle(x: readonly number[], y: readonly (number | null)[], threshold: number): number[] {
  const length = x.length;
  if (threshold < 3 || length <= threshold) return x.map((_, index) => index);
  const kept = [0];
  const every = (length - 2) / (threshold - 2);
  let last = 0;
  for (let bucket = 0; bucket < threshold - 2; bucket += 1) {
    const start = Math.floor(bucket * every) + 1;
    const end = Math.floor((bucket + 1) * every) + 1;
    const nextEnd = Math.min(Math.floor((bucket + 2) * every) + 1, length);
    let meanX = 0;
    let meanY = 0;
    for (let index = end; index < nextEnd; index += 1) {
      meanX += x[index] ?? 0;
      meanY += y[index] ?? 0;
    }
    const width = Math.max(1, nextEnd - end);
    meanX /= width;
    meanY /= width;
    const lastX = x[last] ?? 0;
    const lastY = y[last] ?? 0;
    let best = start;
    let bestArea = -1;
    for (let index = start; index < end; index += 1) {
      const area = Math.abs((lastX - meanX) * ((y[index] ?? 0) - lastY) - (lastX - (x[index] ?? 0)) * (meanY - lastY));
      if (area > bestArea) {
        bestArea = area;
        best = index;
      }
    }
    kept.push(best);
    last = best;
  }
  kept.push(length - 1);
  return kept;
}
