import type { AlertSeries } from '@timbre/contracts';
import type { AlertMomentInput } from './types.js';

const share = [0, 1] as const;
/** What a measure can be at all. */
const limits: Partial<Record<AlertSeries, readonly [number, number]>> = {
  net: [-1, 1],
  'negative-share': share,
  'share-of-voice': share,
  polarisation: share,
  volume: [0, Infinity],
  silence: [0, Infinity],
  'source-health': [0, Infinity],
};

/** Ends of the value axis, where the room around the values would go beyond what the measure can be. */
export function measureEnds({ series, value, low, high }: AlertMomentInput): { min?: number; max?: number } {
  const ends = limits[series];
  const known = [...value, ...low, ...high].filter((one): one is number => one !== null && Number.isFinite(one));
  if (ends === undefined || known.length === 0) return {};
  const [least, most] = known.reduce(([a, b], one) => [Math.min(a, one), Math.max(b, one)], [Infinity, -Infinity]);
  const room = Math.max(1e-9, (most - least) / 4);
  return {
    ...(least - room <= ends[0] && least >= ends[0] ? { min: ends[0] } : {}),
    ...(most + room >= ends[1] && most <= ends[1] ? { max: ends[1] } : {}),
  };
}
