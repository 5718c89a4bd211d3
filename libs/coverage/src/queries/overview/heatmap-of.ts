import type { CoverageSeries, Heatmap, TargetRef } from '@timbre/contracts';

/** Topics that occur, largest first, over the buckets of the series. */
export function heatmapOf(series: readonly CoverageSeries[]): Heatmap {
  const size = (n: readonly number[]): number => n.reduce((sum, count) => sum + count, 0);
  return {
    t: series[0]?.t ?? [],
    rows: series
      .filter(({ n }) => n.some((count) => count > 0))
      .sort((a, b) => size(b.n) - size(a.n))
      .map(({ target, name, n, net }): Heatmap['rows'][number] => ({ target: target as TargetRef, name, n, net })),
  };
}
