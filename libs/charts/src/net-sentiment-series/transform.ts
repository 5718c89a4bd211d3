import { largestTriangle } from '../sampling/largest-triangle.js';
import { wallClock } from '../time/wall-clock.js';
import type { NetLine, NetPlot, NetPoint, NetSentimentInput } from './types.js';

/** More points than this per line are thinned: no screen shows more. */
const MOST_POINTS = 4000;

/** Columns of coverage → points on the viewer's wall clock, thinned so that a line keeps its shape. */
export function netPlot(input: NetSentimentInput): NetPlot {
  const clock = wallClock(input.provenance.tz);
  let largest = 0;
  const lines = input.series.map((series): NetLine => {
    const times = series.t.map(clock);
    const kept = largestTriangle(times, series.net, MOST_POINTS);
    const points = kept.map((index): NetPoint => [
      times[index] ?? 0,
      series.net[index] ?? null,
      series.low[index] ?? null,
      series.high[index] ?? null,
      series.n[index] ?? 0,
      index,
    ]);
    for (const value of series.net) largest = Math.max(largest, Math.abs(value ?? 0));
    return { id: lineId(series), name: series.name, points };
  });
  return {
    lines,
    counts: countsOf(lines),
    from: clock(input.provenance.from),
    to: clock(input.provenance.to),
    bound: largest <= 0.45 ? 0.5 : 1,
  };
}

function countsOf(lines: readonly NetLine[]): [number, number][] {
  const total = new Map<number, number>();
  for (const line of lines) for (const point of line.points) total.set(point[0], (total.get(point[0]) ?? 0) + point[4]);
  return [...total].sort(([left], [right]) => left - right);
}

/** One target may be drawn several times, once per language: the name tells its lines apart. */
export function lineId({ target, name }: { target: string; name: string }): string {
  return `${target} ${name}`;
}
