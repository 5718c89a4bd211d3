import { addUnits, dayOf, partsOf, type DayNumber } from './calendar.js';
import type { Period, Quantity, TimeExpression } from './claim.js';
import { isWholeYear, resolvePeriod, type DayRange } from './period.js';

/** The day, or the stretch of days, on which a statement was made. */
export interface Anchor {
  lo: DayNumber;
  hi: DayNumber;
}

/** A predicted interval: inclusive days, a null end is open. `rule` names the row of the interval table. */
interface PredictedInterval {
  from: DayNumber;
  to: DayNumber | null;
  rule: string;
}

const SOON_MONTHS = 6;
const LIFETIME_YEARS = 40;
const AROUND_DAYS = 180;

/**
 * Compiles a time expression into days by calendar arithmetic.
 * `denied` turns "by 2030" into the span in which the speaker says that it will not happen.
 */
export function predictedInterval(time: TimeExpression, anchor: Anchor, denied = false): PredictedInterval {
  const interval = affirmed(time, anchor);
  if (!denied || time.type === 'never' || time.type === 'not-before' || time.type === 'shift') return interval;
  return deniedSpan(time, interval, anchor);
}

function affirmed(time: TimeExpression, anchor: Anchor): PredictedInterval {
  switch (time.type) {
    case 'deadline':
      return deadline(time.edge, time.period, anchor);
    case 'window':
      return windowOf(time.quantity, anchor);
    case 'offset':
      return offsetOf(time.quantity, anchor);
    case 'calendar':
      return calendarSpan(time, anchor);
    case 'since': {
      const { from, to } = resolve(time.period, anchor);
      return { from: time.after ? to + 1 : from, to: null, rule: 'since' };
    }
    case 'not-before':
      return {
        from: anchor.lo,
        to: Math.max(anchor.lo, resolve(time.period, anchor).from - 1),
        rule: 'not-before',
      };
    case 'soon':
      return { from: anchor.lo, to: addUnits(anchor.hi, SOON_MONTHS, 'month'), rule: 'soon' };
    case 'lifetime':
      return { from: anchor.lo, to: addUnits(anchor.hi, LIFETIME_YEARS, 'year'), rule: 'lifetime' };
    case 'never':
      return { from: anchor.lo, to: null, rule: 'never' };
    case 'direction':
      return { from: anchor.lo, to: null, rule: 'direction' };
    case 'shift': {
      const value = affirmed(time.value, anchor);
      return { ...value, rule: `shift-${value.rule}` };
    }
  }
}

function deadline(edge: 'by' | 'before', period: Period, anchor: Anchor): PredictedInterval {
  const range = resolve(period, anchor);
  const decadeEnd = period.decadeOffset === 0 && edge === 'by' ? 'end-of-decade' : undefined;
  // "before the end of 2027" still allows its last day.
  const inclusive = edge === 'by' || period.part === 'end' || range.from <= anchor.lo;
  const to = period.centuryOffset !== undefined && period.part === 'mid' ? midCentury(range) : range.to;
  return { from: anchor.lo, to: inclusive ? to : range.from - 1, rule: decadeEnd ?? edge };
}

/** "By mid-century" is a point, not the years around it. */
function midCentury(range: DayRange): DayNumber {
  return dayOf(partsOf(range.from).year + 5, 12, 31);
}

function windowOf(quantity: Quantity, anchor: Anchor): PredictedInterval {
  if (quantity.shape === 'range') return rangeOf(quantity, anchor);
  return { from: anchor.lo, to: addUnits(anchor.hi, quantity.hi, quantity.unit), rule: 'window' };
}

function offsetOf(quantity: Quantity, anchor: Anchor): PredictedInterval {
  const { lo, hi, unit, shape } = quantity;
  if (shape === 'at-most') return { from: anchor.lo, to: addUnits(anchor.hi, hi, unit), rule: 'at-most' };
  if (shape === 'at-least') return { from: addUnits(anchor.lo, lo, unit), to: null, rule: 'at-least' };
  if (lo !== hi) return { ...rangeOf(quantity, anchor), rule: shape === 'vague' ? 'vague' : 'range' };
  const margin = Math.max(0.5, lo * 0.2);
  return {
    from: Math.max(anchor.lo, addUnits(anchor.lo, lo - margin, unit)),
    to: addUnits(anchor.hi, lo + margin, unit),
    rule: 'offset',
  };
}

function rangeOf({ lo, hi, unit }: Quantity, anchor: Anchor): PredictedInterval {
  return { from: addUnits(anchor.lo, lo, unit), to: addUnits(anchor.hi, hi, unit), rule: 'range' };
}

function calendarSpan(time: TimeExpression & { type: 'calendar' }, anchor: Anchor): PredictedInterval {
  const range = resolve(time.period, anchor);
  if (time.until) {
    const last = resolve(time.until, anchor);
    return { from: Math.min(range.from, last.from), to: Math.max(range.to, last.to), rule: 'calendar-range' };
  }
  if (time.around) return { from: range.from - AROUND_DAYS, to: range.to + AROUND_DAYS, rule: 'around' };
  return { ...range, rule: calendarRule(time.period) };
}

function calendarRule(period: Period): string {
  if (period.centuryOffset !== undefined) return 'century';
  if (period.decade !== undefined || period.decadeOffset !== undefined) {
    return period.decadeOffset === 0 ? 'end-of-decade' : period.part ? 'decade-part' : 'decade';
  }
  if (period.dayOffset !== undefined || period.day !== undefined) return 'day';
  if (period.weekOffset !== undefined) return 'week';
  if (period.month !== undefined || period.monthOffset !== undefined) return 'month';
  if (period.season) return 'season';
  if (period.quarter !== undefined || period.quarterOffset !== undefined) return 'quarter';
  if (period.half) return 'half';
  if (period.part) return 'year-part';
  return period.yearOffset === 0 && isWholeYear(period) ? 'rest-of-year' : 'year';
}

function deniedSpan(time: TimeExpression, interval: PredictedInterval, anchor: Anchor): PredictedInterval {
  if (time.type === 'offset') {
    const { hi, lo, unit, shape } = time.quantity;
    const count = shape === 'at-least' ? lo : hi;
    return { from: anchor.lo, to: addUnits(anchor.hi, count, unit), rule: 'not-within' };
  }
  if (time.type === 'window') {
    return { from: anchor.lo, to: addUnits(anchor.hi, time.quantity.hi, time.quantity.unit), rule: 'not-within' };
  }
  return { ...interval, rule: `not-${interval.rule}` };
}

function resolve(period: Period, anchor: Anchor): DayRange {
  if (anchor.lo === anchor.hi) return resolvePeriod(period, anchor.lo);
  return { from: resolvePeriod(period, anchor.lo).from, to: resolvePeriod(period, anchor.hi).to };
}
