import type { Bucket, CoverageSeries, Provenance } from '@timbre/contracts';
import { seeded } from './seeded.js';

const steps: Record<Exclude<Bucket, 'month'>, number> = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 };

/** Provenance of a made range of `count` buckets that starts on 1 January 2024. */
export function madeProvenance(count: number, bucket: Exclude<Bucket, 'month'> = 'day'): Provenance {
  const from = Date.UTC(2024, 0, 1);
  return {
    unit: 'stories',
    bucket,
    tz: 'UTC',
    from: new Date(from).toISOString(),
    to: new Date(from + count * steps[bucket]).toISOString(),
    sources: 17,
    versions: ['1.0.0'],
    sample: false,
    gaps: [],
    versionBreaks: [],
  };
}

/**
 * A made series of `count` buckets.
 * @param shape net sentiment of a bucket; null leaves it empty
 */
export function madeSeries(
  name: string,
  count: number,
  shape: (index: number, random: number) => number | null,
  bucket: Exclude<Bucket, 'month'> = 'day',
  scale = 24,
): CoverageSeries {
  const random = seeded(name.length * 7919 + count);
  const series: CoverageSeries = {
    target: 'topic:made',
    name,
    t: [],
    n: [],
    positive: [],
    neutral: [],
    negative: [],
    net: [],
    low: [],
    high: [],
    mean: [],
  };
  for (let index = 0; index < count; index += 1) {
    const wanted = shape(index, random());
    const n = wanted === null ? 0 : 1 + Math.floor(random() * scale);
    const decided = wanted === null ? 0 : Math.round(n * Math.min(1, Math.abs(wanted) + 0.3));
    const positive = wanted === null ? 0 : Math.round((decided * (1 + wanted)) / 2);
    const negative = decided - positive;
    const net = n === 0 ? null : (positive - negative) / n;
    const half = n === 0 ? 0 : 0.9 / Math.sqrt(n);
    series.t.push(new Date(Date.UTC(2024, 0, 1) + index * steps[bucket]).toISOString());
    series.n.push(n);
    series.positive.push(positive);
    series.negative.push(negative);
    series.neutral.push(n - decided);
    series.net.push(net);
    series.low.push(net === null ? null : Math.max(-1, net - half));
    series.high.push(net === null ? null : Math.min(1, net + half));
    series.mean.push(net);
  }
  return series;
}
