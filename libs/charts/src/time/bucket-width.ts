import type { Bucket } from '@timbre/contracts';

const HOUR = 3_600_000;

/** Nominal width of a bucket in milliseconds; months count thirty days. */
export const bucketWidth: Record<Bucket, number> = {
  hour: HOUR,
  day: 24 * HOUR,
  week: 168 * HOUR,
  month: 720 * HOUR,
};
