import { fullYear, wallClockMillis } from './calendar-instant.js';
import { abbreviationOffset, numericOffset } from './zone-offset.js';

const TIME = String.raw`(?:[t ]\s{0,2}(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s?(z|[+\-−]\d{1,2}:?\d{0,2}|[a-z]{1,4})?z?)?`;

const CALENDAR = [
  /** 2003-12-31, 2003-012-31 (a padding zero too many), 20031231, 2003-12, 2003 */
  new RegExp(String.raw`^(\d{4})-0?(\d{2})-(\d{2})${TIME}$`),
  new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${TIME}$`),
  /^(\d{4})-(\d{2})$/,
  /^(\d{4})$/,
  /** 03-12-31, 031231, -03-12, -0312 */
  new RegExp(String.raw`^(\d{2})-(\d{2})-(\d{2})${TIME}$`),
  new RegExp(String.raw`^(\d{2})(\d{2})(\d{2})${TIME}$`),
  /^-(\d{2})-?(\d{2})$/,
];
const ORDINAL = new RegExp(String.raw`^(\d{4})-?(\d{3})${TIME}$`);
const WEEK = new RegExp(String.raw`^(\d{4})-?w(\d{2})(?:-?([1-7]))?${TIME}$`);

/**
 * Reads ISO 8601 and its W3C profile: calendar, ordinal and week dates, extended or basic, two-digit years.
 *
 * @param text lower case, trimmed
 * @returns milliseconds since 1970; a time without a zone is UTC; null when it is no such date
 */
export function parseIsoDate(text: string): number | null {
  for (const form of CALENDAR) {
    const match = form.exec(text);
    if (!match) continue;
    const [, year, month, day] = match;
    if (isAmbiguous(text)) return null;
    return withTime(fullYear(year!), Number(month ?? 1), Number(day ?? 1), match.slice(4));
  }
  const ordinal = ORDINAL.exec(text);
  if (ordinal) return dayOfYear(Number(ordinal[1]), Number(ordinal[2]), ordinal.slice(3));
  const week = WEEK.exec(text);
  return week ? dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1), week.slice(4)) : null;
}

/** Six digits that read as year-month as well as year-month-day, and four digits that are no year of the press. */
function isAmbiguous(text: string): boolean {
  if (/^\d{6}$/.test(text)) return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/.test(text);
  return /^\d{4}$/.test(text) && !/^(?:19|20)/.test(text);
}

function dayOfYear(year: number, day: number, time: (string | undefined)[]): number | null {
  const length = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 366 : 365;
  if (day < 1 || day > length) return null;
  return shifted(new Date(Date.UTC(year, 0, day)), time);
}

/** Week 1 is the one that holds 4 January; weeks begin on Monday. */
function dayOfWeek(year: number, week: number, weekday: number, time: (string | undefined)[]): number | null {
  if (week < 1 || week > 53) return null;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  return shifted(new Date(Date.UTC(year, 0, monday + (week - 1) * 7 + weekday - 1)), time);
}

const shifted = (date: Date, time: (string | undefined)[]): number | null =>
  withTime(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), time);

function withTime(year: number, month: number, day: number, time: (string | undefined)[]): number | null {
  const [hour, minute, second, fraction, zone] = time;
  const offset = zone ? (abbreviationOffset(zone) ?? numericOffset(zone.replace(/:$/, ''))) : 0;
  const clock = wallClockMillis({
    year,
    month,
    day,
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0,
  });
  return clock === null || offset === null ? null : clock - offset * 60_000;
}
