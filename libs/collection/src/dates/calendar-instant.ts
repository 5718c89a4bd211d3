/** A wall-clock time. Months and days count from 1; `hour` may be 24 at midnight and `second` 60 in a leap second. */
export interface WallClock {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
}

/** The wall-clock time as milliseconds since 1970 as if it were UTC; null when no calendar has it. */
export function wallClockMillis(clock: WallClock): number | null {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 } = clock;
  if (month < 1 || month > 12 || day < 1 || year < 1) return null;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && (minute > 0 || second > 0))) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return null;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** A two-digit year as RFC 2822 §4.3 reads it: 00–49 is 20xx, 50–99 is 19xx. */
export const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length > 3) return year;
  return digits.length === 3 || year >= 50 ? year + 1900 : year + 2000;
};

/** The weekday (0 = Sunday) of a calendar day. */
export function weekdayOfDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDay();
}
