import { ALL_COVERAGE, type Bucket, type CoverageFilter, type TargetRef } from '@timbre/contracts';
import { DateTime } from 'luxon';
import { mostBuckets, suitableBucket } from './buckets.js';

/** A filter with all defaults worked out: what exactly is asked for. */
export interface ResolvedFilter extends Omit<CoverageFilter, 'from' | 'to' | 'bucket' | 'targets'> {
  from: Date;
  to: Date;
  bucket: Bucket;
  /** At least one; `all` where the filter names none. */
  targets: readonly TargetRef[];
}

const defaultDays = 30;

/**
 * Works out the range and the bucket. Without an end the range ends with today in the viewer's zone; without a start
 * it covers 30 days. A bucket that would make thousands of points gives way to a coarser one.
 */
export function resolveFilter(filter: CoverageFilter, now: Date): ResolvedFilter {
  const to =
    filter.to === undefined
      ? DateTime.fromJSDate(now, { zone: filter.tz }).plus({ days: 1 }).startOf('day')
      : DateTime.fromISO(filter.to, { zone: filter.tz });
  const start =
    filter.from === undefined
      ? to.minus({ days: defaultDays }).startOf('day')
      : DateTime.fromISO(filter.from, { zone: filter.tz });
  const from = start < to ? start : to.minus({ days: 1 });
  return {
    ...filter,
    from: from.toJSDate(),
    to: to.toJSDate(),
    bucket: suitableBucket(filter.bucket, from.toMillis(), to.toMillis(), mostBuckets),
    targets: filter.targets.length === 0 ? [ALL_COVERAGE] : [...new Set(filter.targets)],
  };
}

/**
 * The range that this one is compared with: of equal length right before it, or the same dates a year earlier; null
 * when nothing is compared. Whole days stay whole days across a change of clocks.
 */
export function comparisonRange({
  from,
  to,
  tz,
  compare,
}: Pick<ResolvedFilter, 'from' | 'to' | 'tz' | 'compare'>): { from: Date; to: Date } | null {
  if (compare === 'none') return null;
  const start = DateTime.fromJSDate(from, { zone: tz });
  const end = DateTime.fromJSDate(to, { zone: tz });
  if (compare === 'year') return { from: start.minus({ years: 1 }).toJSDate(), to: end.minus({ years: 1 }).toJSDate() };
  const days = end.diff(start, 'days').days;
  const before = Number.isInteger(days) ? start.minus({ days }) : start.minus(end.diff(start));
  return { from: before.toJSDate(), to: from };
}
