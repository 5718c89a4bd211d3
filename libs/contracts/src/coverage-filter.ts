import { z } from 'zod';
import { aspect } from './reading.js';
import { sentimentLabel } from './sentiment-label.js';
import { targetRef } from './target-ref.js';

/** Lists travel in URLs as `a,b,c`. */
function commaSeparated<T extends z.ZodType>(item: T, most = 300) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter((part) => part !== '') : value),
    z.array(item).max(most),
  );
}

export const bucket = z.enum(['hour', 'day', 'week', 'month']);
export type Bucket = z.infer<typeof bucket>;

/** An IANA zone that this runtime knows. */
export const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'Use an IANA time zone such as "Europe/Berlin" or "Asia/Shanghai".');

/** What is counted: each article, or each story once (DESIGN: lead mentions). */
export const countingUnit = z.enum(['articles', 'stories']);
export type CountingUnit = z.infer<typeof countingUnit>;

/**
 * Which coverage a view speaks of; the whole of it fits in a URL.
 * `from` is inclusive and `to` exclusive, both instants in UTC; buckets are cut in `tz`.
 */
export const coverageFilter = z
  .object({
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
    tz: timeZone.default('UTC'),
    bucket: z.enum(['auto', ...bucket.options]).default('auto'),
    compare: z.enum(['none', 'previous', 'year']).default('previous'),
    targets: commaSeparated(targetRef, 20).default([]),
    sources: commaSeparated(z.string().max(100)).default([]),
    languages: commaSeparated(z.string().max(20), 50).default([]),
    labels: commaSeparated(sentimentLabel, 3).default([]),
    aspects: commaSeparated(aspect, 20).default([]),
    speakers: commaSeparated(z.string().max(200), 50).default([]),
    unit: countingUnit.default('stories'),
    /** `decayed` is the weighting of DESIGN §7: recency, story size, reach. */
    weighting: z.enum(['none', 'decayed']).default('none'),
  })
  .refine((filter) => !filter.from || !filter.to || Date.parse(filter.from) < Date.parse(filter.to), {
    path: ['to'],
    message: 'The end must come after the start.',
  });
export type CoverageFilter = z.infer<typeof coverageFilter>;
export type CoverageFilterInput = z.input<typeof coverageFilter>;
