import type { ReportRange } from '@timbre/contracts';
import { DateTime } from 'luxon';

/**
 * Instants of a report's range, `[from, to)`. Calendar units and days are cut in the zone, so that a day of 23 or 25
 * hours stays one day; weeks begin on Monday.
 *
 * @example reportRangeAt({ kind: 'last', unit: 'week' }, 'Europe/Berlin', now)
 */
export function reportRangeAt(range: ReportRange, tz: string, now: Date): { from: string; to: string } {
  const local = DateTime.fromJSDate(now, { zone: tz });
  switch (range.kind) {
    case 'last': {
      const to = local.startOf(range.unit);
      return instants(to.minus({ [range.unit]: 1 }), to);
    }
    case 'rolling': {
      const to = local.plus({ days: 1 }).startOf('day');
      return instants(to.minus({ days: range.days }), to);
    }
    case 'fixed':
      return { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() };
  }
}

const instants = (from: DateTime, to: DateTime): { from: string; to: string } => ({
  from: from.toJSDate().toISOString(),
  to: to.toJSDate().toISOString(),
});
