import { dayOf, lastDayOfMonth, partsOf, type DayNumber } from './calendar.js';
import type { Part, Period, Season } from './claim.js';

export interface DayRange {
  from: DayNumber;
  to: DayNumber;
}

const SEASON_MONTH: Record<Season, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };
/** First and last month of each part of a year. */
const YEAR_PARTS: Record<Part, [number, number]> = { early: [1, 4], mid: [5, 8], late: [9, 12], end: [10, 12] };
/** First and last year of each part of a decade. */
const DECADE_PARTS: Record<Part, [number, number]> = { early: [0, 3], mid: [4, 6], late: [7, 9], end: [8, 9] };
const CENTURY_PARTS: Record<Part, [number, number]> = { early: [0, 30], mid: [45, 55], late: [70, 99], end: [90, 99] };

/** The inclusive days of a period, seen from `anchor`. Periods that are running ("this year") begin on the anchor day. */
export function resolvePeriod(period: Period, anchor: DayNumber): DayRange {
  const today = partsOf(anchor);
  if (period.dayOffset !== undefined) return { from: anchor + period.dayOffset, to: anchor + period.dayOffset };
  if (period.weekOffset !== undefined) return week(period.weekOffset, anchor);
  if (period.monthOffset !== undefined) return monthByOffset(period, anchor);
  if (period.quarterOffset !== undefined) {
    const first = Math.floor((today.month - 1) / 3) * 3 + 1 + period.quarterOffset * 3;
    return running(months(today.year, first, 3), anchor, period.quarterOffset);
  }
  if (period.centuryOffset !== undefined) return century(period, anchor);
  if (period.decade !== undefined || period.decadeOffset !== undefined) return decade(period, anchor);
  if (period.year === undefined && period.yearOffset === undefined) {
    const range = withinYear(period, today.year);
    return range.to < anchor ? withinYear(period, today.year + 1) : range;
  }
  const range = withinYear(period, period.year ?? today.year + (period.yearOffset ?? 0));
  return period.yearOffset === 0 && isWholeYear(period) ? running(range, anchor, 0) : range;
}

/** Whether the period is a year and nothing finer. */
export function isWholeYear(period: Period): boolean {
  return (
    (period.year !== undefined || period.yearOffset !== undefined) &&
    period.part === undefined &&
    period.month === undefined &&
    period.quarter === undefined &&
    period.half === undefined &&
    period.season === undefined
  );
}

function withinYear(period: Period, year: number): DayRange {
  if (period.month !== undefined) {
    if (period.day !== undefined) {
      const day = dayOf(year, period.month, period.day);
      return { from: day, to: day };
    }
    if (period.monthTo !== undefined) return months(year, period.month, period.monthTo - period.month + 1);
    return monthPart(year, period.month, period.part);
  }
  if (period.season) return months(year, SEASON_MONTH[period.season], 3);
  if (period.quarter) return months(year, period.quarter * 3 - 2, 3);
  if (period.half) return months(year, period.half === 1 ? 1 : 7, 6);
  if (period.part) {
    const [first, last] = YEAR_PARTS[period.part];
    return months(year, first, last - first + 1);
  }
  return months(year, 1, 12);
}

function monthByOffset(period: Period, anchor: DayNumber): DayRange {
  const { year, month } = partsOf(anchor);
  const range = monthPart(year, month + (period.monthOffset ?? 0), period.part);
  return period.part ? range : running(range, anchor, period.monthOffset ?? 0);
}

function monthPart(year: number, month: number, part: Part | undefined): DayRange {
  const first = dayOf(year, month, 1);
  const last = lastDayOfMonth(year, month);
  if (part === 'early') return { from: first, to: first + 9 };
  if (part === 'mid') return { from: first + 10, to: first + 19 };
  if (part === 'late' || part === 'end') return { from: first + 20, to: last };
  return { from: first, to: last };
}

function decade(period: Period, anchor: DayNumber): DayRange {
  const current = Math.floor(partsOf(anchor).year / 10) * 10;
  const start = period.decade ?? current + (period.decadeOffset ?? 0) * 10;
  if (period.decadeOffset === 0 && (period.part === 'end' || period.part === undefined)) {
    return { from: anchor, to: dayOf(start + 9, 12, 31) };
  }
  const [first, last] = period.part ? DECADE_PARTS[period.part] : [0, 9];
  return { from: dayOf(start + first, 1, 1), to: dayOf(start + last, 12, 31) };
}

function century(period: Period, anchor: DayNumber): DayRange {
  const start = Math.floor(partsOf(anchor).year / 100) * 100 + (period.centuryOffset ?? 0) * 100;
  if (period.centuryOffset === 0 && (period.part === undefined || period.part === 'end')) {
    return { from: anchor, to: dayOf(start + 99, 12, 31) };
  }
  const [first, last] = period.part ? CENTURY_PARTS[period.part] : [0, 99];
  return { from: dayOf(start + first, 1, 1), to: dayOf(start + last, 12, 31) };
}

/** Weeks begin on Monday (ISO 8601). */
function week(offset: number, anchor: DayNumber): DayRange {
  const weekday = (((anchor + 3) % 7) + 7) % 7;
  const monday = anchor - weekday + offset * 7;
  return running({ from: monday, to: monday + 6 }, anchor, offset);
}

function months(year: number, first: number, count: number): DayRange {
  return { from: dayOf(year, first, 1), to: lastDayOfMonth(year, first + count - 1) };
}

function running(range: DayRange, anchor: DayNumber, offset: number): DayRange {
  return offset === 0 ? { from: anchor, to: range.to } : range;
}
