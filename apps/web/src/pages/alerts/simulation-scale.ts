import type { AlertSeries, AlertSimulation } from '@timbre/contracts';

/** Where moments and values lie in a drawing of a width. */
export interface SimulationScale {
  width: number;
  height: number;
  left: number;
  bottom: number;
  low: number;
  high: number;
  x(index: number): number;
  y(value: number): number;
  valueAt(y: number): number;
  ticks: number[];
}

const top = 22;

/** What a measure can be. */
export function limitsOf(series: AlertSeries): [number, number] {
  if (series === 'net') return [-1, 1];
  if (series === 'negative-share' || series === 'share-of-voice' || series === 'polarisation') return [0, 1];
  return series === 'forecast-median' ? [-Infinity, Infinity] : [0, Infinity];
}

/** A scale that holds all values and lines, with round ticks, and does not go beyond what the measure can be. */
export function simulationScale(
  { value, threshold, t }: Pick<AlertSimulation, 'value' | 'threshold' | 't'>,
  lines: readonly number[],
  width: number,
  height: number,
  limits: readonly [number, number] = [-Infinity, Infinity],
): SimulationScale {
  const [left, right, foot] = [52, 8, 26];
  const known = [...value, ...threshold.low, ...threshold.high, ...lines].filter((one): one is number => one !== null);
  const [least, most] = known.reduce(([a, b], one) => [Math.min(a, one), Math.max(b, one)], [Infinity, -Infinity]);
  const span = Number.isFinite(most - least) && most > least ? most - least : 1;
  const step = roundStep(span / 4);
  const low = Math.max(limits[0], Math.floor(((Number.isFinite(least) ? least : 0) - span * 0.08) / step) * step);
  const high = Math.min(limits[1], Math.ceil(((Number.isFinite(most) ? most : 1) + span * 0.08) / step) * step);
  const bottom = height - foot;
  const ticks = Array.from({ length: Math.floor((high - low) / step + 1e-9) + 1 }, (_, index) => low + index * step);
  return {
    width,
    height,
    left,
    bottom,
    low,
    high,
    ticks,
    x: (index) => left + (index / Math.max(1, t.length - 1)) * (width - left - right),
    y: (one) => bottom - ((one - low) / (high - low)) * (bottom - top),
    valueAt: (y) => low + ((bottom - y) / (bottom - top)) * (high - low),
  };
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-6)));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10);
}
