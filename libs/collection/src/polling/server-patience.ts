import { retryAfter } from '../fetching/retry-after.js';

/** Longest wait that a server may ask for; a typo in a header must not silence a source for years. */
const LONGEST_WAIT = 7 * 86_400;

export interface PatienceInput {
  now: Date;
  /** Response headers, names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  status: number;
  /** RSS `ttl`, minutes. */
  ttlMinutes?: number | undefined;
  /** RSS `skipHours`: hours of the day (UTC) at which nobody should ask. */
  skipHours?: readonly number[] | undefined;
}

/**
 * The earliest instant at which the server wants to be asked again: Retry-After, Cache-Control max-age, Expires, ttl,
 * skipHours; null when it says nothing. At most a week ahead.
 */
export function serverPatience(input: PatienceInput): Date | null {
  const waits = [
    askedToWait(input),
    maxAge(input.headers['cache-control']),
    expires(input),
    (input.ttlMinutes ?? 0) * 60,
  ];
  const wait = Math.min(LONGEST_WAIT, Math.max(0, ...waits.filter((seconds) => Number.isFinite(seconds))));
  const earliest = new Date(input.now.getTime() + wait * 1000);
  const awake = afterSkippedHours(earliest, new Set(input.skipHours ?? []));
  return awake.getTime() > input.now.getTime() ? awake : null;
}

function askedToWait({ headers, status, now }: PatienceInput): number {
  return status >= 300 ? (retryAfter(headers, now) ?? 0) : 0;
}

function maxAge(cacheControl: string | undefined): number {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1];
  return seconds === undefined ? 0 : Math.min(Number(seconds), 86_400);
}

function expires({ headers, now }: PatienceInput): number {
  if (headers['cache-control']?.includes('max-age') || headers.expires === undefined) return 0;
  const at = Date.parse(headers.expires);
  const date = Date.parse(headers.date ?? '');
  if (Number.isNaN(at)) return 0;
  // Against the server's own clock, so that a wrong one does no harm.
  return Math.min((at - (Number.isNaN(date) ? now.getTime() : date)) / 1000, 86_400);
}

function afterSkippedHours(at: Date, skipped: ReadonlySet<number>): Date {
  if (skipped.size === 0 || skipped.size >= 24 || !skipped.has(at.getUTCHours())) return at;
  const next = new Date(at);
  next.setUTCMinutes(0, 0, 0);
  while (skipped.has(next.getUTCHours())) next.setUTCHours(next.getUTCHours() + 1);
  return next;
}
