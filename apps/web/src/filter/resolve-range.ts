import type { FilterState, RangePreset } from './filter-state.js';
import { addDays, localDay, startOfDay } from './local-day.js';

/** First and last moment of coverage; null when there is none. */
interface Extent {
  first: string | null;
  last: string | null;
  sample: boolean;
}
export interface InstantRange {
  from: string;
  to: string;
}

const HOUR = 3_600_000;
const days: Partial<Record<RangePreset, number>> = { '7d': 7, '30d': 30, '90d': 90, '12m': 365 };
/** The API takes no more than a century. */
const LONGEST = 100 * 365;

/**
 * The range of a filter as instants, cut at local midnights of `tz` (or full hours), so that the same filter asks the
 * same question all day and answers can be cached.
 */
export function resolveRange(filter: FilterState, extent: Extent, now: number, tz: string): InstantRange {
  if (filter.from !== null) return absolute(filter.from, filter.to, now, tz);
  const preset = filter.range ?? defaultPreset(extent, now);
  const today = localDay(now, tz);
  const until = (from: string) => range(startOfDay(from, tz), startOfDay(addDays(today, 1), tz));
  if (preset === '24h') {
    const to = Math.ceil(now / HOUR) * HOUR;
    return range(to - 24 * HOUR, to);
  }
  if (preset === 'month') return until(`${today.slice(0, 8)}01`);
  if (preset === 'year') return until(`${today.slice(0, 4)}-01-01`);
  if (preset === 'all') {
    if (extent.first === null || extent.last === null) return until(addDays(today, -89));
    const first = localDay(Date.parse(extent.first), tz);
    const last = localDay(Date.parse(extent.last), tz);
    const earliest = addDays(last, -LONGEST);
    return range(startOfDay(first < earliest ? earliest : first, tz), startOfDay(addDays(last, 1), tz));
  }
  return until(addDays(today, 1 - (days[preset] ?? 90)));
}

/** Ninety days, unless what there is lies elsewhere: sample coverage and archives show whole. */
export function defaultPreset(extent: Extent, now: number): RangePreset {
  if (extent.last === null) return '90d';
  const stale = now - Date.parse(extent.last) > 60 * 24 * HOUR;
  return extent.sample || stale ? 'all' : '90d';
}

function absolute(from: string, to: string | null, now: number, tz: string): InstantRange {
  const start = from.length === 10 ? startOfDay(from, tz) : Date.parse(from);
  if (to === null) return range(start, Math.max(start + HOUR, startOfDay(addDays(localDay(now, tz), 1), tz)));
  const end = to.length === 10 ? startOfDay(addDays(to, 1), tz) : Date.parse(to);
  return range(start, Math.max(end, start + HOUR));
}

function range(from: number, to: number): InstantRange {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
