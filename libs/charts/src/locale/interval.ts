import { dateFormat, formatDay, type ChartLocale } from './format.js';

const lastDay = (isoDay: string) => {
  const date = new Date(`${isoDay}T00:00:00Z`);
  const next = new Date(date.getTime() + 86_400_000);
  return next.getUTCMonth() !== date.getUTCMonth();
};

/**
 * An interval of calendar days in the coarsest words that are exact: years, months, or days. A null end is open.
 * @example formatInterval('2025-01-01', '2026-12-31', 'en', 'open') // '2025 – 2026'
 */
export function formatInterval(from: string, to: string | null, locale: ChartLocale, open: string): string {
  const whole = (months: boolean) =>
    from.endsWith(months ? '-01' : '-01-01') && (to === null || (months ? lastDay(to) : to.endsWith('-12-31')));
  const say = whole(false)
    ? (day: string) => (locale === 'en' ? day.slice(0, 4) : `${day.slice(0, 4)}年`)
    : whole(true)
      ? (day: string) =>
          dateFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'short' }).format(new Date(`${day}T00:00:00Z`))
      : (day: string) => formatDay(day, locale);
  const start = say(from);
  const end = to === null ? open : say(to);
  return start === end ? start : `${start} – ${end}`;
}
