import type { Unit } from './claim.js';

/** Days since 1970-01-01; whole numbers, so that inclusive bounds are plain arithmetic. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;
/** The last day that a four-digit ISO date can name. */
const LAST_DAY = Date.UTC(9999, 11, 31) / MS_PER_DAY;
const FIRST_DAY = Date.UTC(1, 0, 1) / MS_PER_DAY;

/** `month` is 1–12 and may run over; the day is clamped to the month's length. */
export function dayOf(year: number, month: number, day: number): DayNumber {
  const first = Date.UTC(2000, 0, 1) / MS_PER_DAY;
  const months = (year - 2000) * 12 + (month - 1);
  const date = new Date(first * MS_PER_DAY);
  date.setUTCMonth(months, 1);
  if (Number.isNaN(date.getTime())) return LAST_DAY;
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return clampDay(date.getTime() / MS_PER_DAY + Math.min(day, length) - 1);
}

/** Year, month (1–12) and day of the month. */
export function partsOf(day: DayNumber): { year: number; month: number; day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Reads the day of an ISO date or date-time; undefined when it is neither. */
export function parseIsoDay(iso: string): DayNumber | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return dayOf(year, month, day);
}

export function formatIsoDay(day: DayNumber): string {
  return new Date(clampDay(day) * MS_PER_DAY).toISOString().slice(0, 10);
}

export function lastDayOfMonth(year: number, month: number): DayNumber {
  return dayOf(year, month, 31);
}

const MONTHS_PER: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };
const DAYS_PER_MONTH = 30.436875;

/** Calendar arithmetic: whole months keep the day of the month, what is left of a month is counted in days. */
export function addUnits(day: DayNumber, count: number, unit: Unit): DayNumber {
  const perUnit = MONTHS_PER[unit];
  if (perUnit === undefined) return clampDay(day + Math.round(count * (unit === 'week' ? 7 : 1)));
  const months = count * perUnit;
  const whole = Math.floor(months + 1e-9);
  const { year, month, day: dayOfMonth } = partsOf(day);
  if (Math.abs(whole) > 120_000) return whole > 0 ? LAST_DAY : FIRST_DAY;
  return clampDay(dayOf(year, month + whole, dayOfMonth) + Math.round((months - whole) * DAYS_PER_MONTH));
}

function clampDay(day: number): DayNumber {
  return Math.max(FIRST_DAY, Math.min(LAST_DAY, Math.trunc(day)));
}
