import type { Bucket } from '@timbre/contracts';
import { DateTime } from 'luxon';

/** A bucket of a series: where it starts, and the key under which the database reports it. */
export interface SeriesBucket {
  start: string;
  /** Hours: milliseconds since 1970; longer buckets: the local date of their first day. */
  slot: string;
}

/** More points than this neither fit on a chart nor in an answer. */
export const mostBuckets = 5_000;

const bucketMs: Record<Bucket, number> = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
};
const coarser: Partial<Record<Bucket, Bucket>> = { hour: 'day', day: 'week', week: 'month' };

/** The bucket asked for, or one that gives a readable number of points; coarser where there would be too many. */
export function suitableBucket(asked: Bucket | 'auto', from: number, to: number, most: number): Bucket {
  const days = (to - from) / bucketMs.day;
  let bucket = asked === 'auto' ? (days <= 3 ? 'hour' : days <= 60 ? 'day' : days <= 400 ? 'week' : 'month') : asked;
  for (
    let next = coarser[bucket];
    (to - from) / bucketMs[bucket] > most && next !== undefined;
    next = coarser[bucket]
  ) {
    bucket = next;
  }
  return bucket;
}

/**
 * All buckets that intersect `[from, to)`, cut in the viewer's zone: midnights are local ones, so a day in March may
 * have 23 hours. Weeks begin on Monday.
 */
export function seriesBuckets(from: Date, to: Date, bucket: Bucket, tz: string): SeriesBucket[] {
  const buckets: SeriesBucket[] = [];
  const end = to.getTime();
  if (bucket === 'hour') {
    const first = DateTime.fromJSDate(from, { zone: tz }).startOf('hour').toMillis();
    for (let at = first; at < end && buckets.length < mostBuckets; at += bucketMs.hour) {
      buckets.push({ start: new Date(at).toISOString(), slot: String(at) });
    }
    return buckets;
  }
  const first = DateTime.fromJSDate(from, { zone: tz }).startOf(bucket);
  for (let index = 0; index < mostBuckets; index += 1) {
    const at = first.plus({ [`${bucket}s`]: index }).startOf(bucket);
    if (at.toMillis() >= end) break;
    buckets.push({ start: at.toUTC().toISO() ?? '', slot: at.toISODate() ?? '' });
  }
  return buckets;
}
