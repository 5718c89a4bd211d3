import type { EgressResponse } from '@timbre/platform';
import { retryAfter } from './retry-after.js';

/** A pause for servers that say "too many requests" without saying for how long. */
const UNNAMED = 60;
/** One path's wish must not silence a host with many publishers for days; the source itself obeys in full. */
const LONGEST = 6 * 3_600;

/** Seconds for which the whole host is to be left alone after this answer; 0 mostly. */
export function closingTime({ status, headers }: Pick<EgressResponse, 'status' | 'headers'>, now: Date): number {
  if (status !== 429 && status !== 503) return 0;
  const asked = retryAfter(headers, now) ?? (status === 429 ? UNNAMED : 0);
  return Math.min(LONGEST, asked);
}
