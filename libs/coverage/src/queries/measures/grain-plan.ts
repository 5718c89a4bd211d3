import type { Bucket } from '@timbre/contracts';
import { DateTime } from 'luxon';

/** Where a stretch of the range is answered from, coarsest first. */
export type RollupGrain = 'month' | 'day' | 'hour';
export type Grain = RollupGrain | 'mentions';

export interface GrainSegment {
  grain: Grain;
  from: Date;
  to: Date;
}

export interface GrainQuestion {
  from: Date;
  to: Date;
  /** Zone in which buckets are cut. */
  tz: string;
  /** Null for totals. */
  bucket: Bucket | null;
  /** Asks for languages, by filter or as a dimension. */
  languages: boolean;
  sources: boolean;
  /** Asks for something that no roll-up knows: labels, aspects, speakers, weights. */
  mentionsOnly: boolean;
}

/**
 * Chooses the coarsest roll-up for each stretch of a range: whole months and days of the reporting zone from
 * their rows, whole hours from hour rows, and what is left at the ends from mentions. The parts join without gap or overlap, so the
 * sums are exactly those of the mentions.
 *
 * @param zone - reporting zone, in which day roll-ups are cut.
 */
export function planGrains(question: GrainQuestion, zone: string): GrainSegment[] {
  return split(question.from.getTime(), question.to.getTime(), usableGrains(question, zone), zone);
}

function usableGrains(
  { from, to, tz, bucket, languages, sources, mentionsOnly }: GrainQuestion,
  zone: string,
): RollupGrain[] {
  if (mentionsOnly || (languages && sources)) return [];
  const grains: RollupGrain[] = [];
  const asCut = bucket === null || tz === zone;
  if (asCut && (bucket === null || bucket === 'month')) grains.push('month');
  if (asCut && bucket !== 'hour') grains.push('day');
  if (!sources && (bucket === null || hasWholeHours(tz, from, to))) grains.push('hour');
  return grains;
}

function split(from: number, to: number, [grain, ...finer]: RollupGrain[], zone: string): GrainSegment[] {
  if (from >= to) return [];
  if (grain === undefined) return [{ grain: 'mentions', from: new Date(from), to: new Date(to) }];
  const first = edge(from, grain, zone, 'up');
  const last = edge(to, grain, zone, 'down');
  if (first >= last) return split(from, to, finer, zone);
  return [
    ...split(from, first, finer, zone),
    { grain, from: new Date(first), to: new Date(last) },
    ...split(last, to, finer, zone),
  ];
}

function edge(at: number, grain: RollupGrain, zone: string, direction: 'up' | 'down'): number {
  const moment = DateTime.fromMillis(at, { zone: grain === 'hour' ? 'UTC' : zone });
  const start = moment.startOf(grain);
  if (direction === 'down' || start.toMillis() === at) return start.toMillis();
  return start
    .plus({ [`${grain}s`]: 1 })
    .startOf(grain)
    .toMillis();
}

/** Whether local hours begin with UTC hours; India's do not. Looked at each month, because summer time may differ. */
function hasWholeHours(tz: string, from: Date, to: Date): boolean {
  const step = Math.max(14 * 86_400_000, (to.getTime() - from.getTime()) / 100);
  for (let at = from.getTime(); at <= to.getTime() + step; at += step) {
    if (DateTime.fromMillis(Math.min(at, to.getTime()), { zone: tz }).offset % 60 !== 0) return false;
  }
  return true;
}
