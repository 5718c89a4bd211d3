import type { SentimentLabel } from '@timbre/contracts';
import { wallClock } from '../time/wall-clock.js';
import type { VolumeInput } from './types.js';

/** Bottom to top: bad news stands on the axis, where its length is read best. */
export const stackOrder: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];

/** [wall clock ms, count, index of the bucket], per label; the three add up to n. */
type VolumeBars = Record<SentimentLabel, [number, number, number][]>;

export function volumeBars(input: VolumeInput): VolumeBars {
  const clock = wallClock(input.provenance.tz);
  const times = input.series.t.map(clock);
  const column = (values: readonly number[]) =>
    times.map((time, index): [number, number, number] => [time, values[index] ?? 0, index]);
  return {
    negative: column(input.series.negative),
    neutral: column(input.series.neutral),
    positive: column(input.series.positive),
  };
}
