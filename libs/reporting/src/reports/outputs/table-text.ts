import { type ChartTable, dateFormat, formatCount, formatScore, formatShare } from '@timbre/charts';
import type { ReportLocale } from '@timbre/contracts';

const shares = new Set(['share', 'before-share']);
const scores = new Set(['net', 'low', 'high', 'mean', 'before', 'contribution']);
const isInstant = /^\d{4}-\d\d-\d\dT/;

/** A cell as people read it: scores with sign, shares in percent, instants as local days. */
export function cellText(
  value: string | number | null,
  column: ChartTable['columns'][number],
  { locale, tz }: { locale: ReportLocale; tz: string },
): string {
  if (value === null) return '\u2013';
  if (typeof value === 'string') {
    if (!isInstant.test(value)) return value;
    return dateFormat(locale, { timeZone: tz, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
      new Date(value),
    );
  }
  if (shares.has(column.key)) return formatShare(value, locale);
  if (scores.has(column.key)) return formatScore(value, Math.abs(value) < 0.1 && column.key === 'contribution' ? 3 : 2);
  return Number.isInteger(value) ? formatCount(value, locale) : value.toFixed(3);
}
