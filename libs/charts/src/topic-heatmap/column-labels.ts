import type { Bucket } from '@timbre/contracts';
import { dateFormat, type ChartLocale } from '../locale/format.js';

/**
 * Short names of buckets for column heads, as many as fit: the others are empty. A year is named where it begins.
 * @param room columns that may carry a name
 */
export function columnLabels(
  starts: readonly string[],
  bucket: Bucket,
  room: number,
  locale: ChartLocale,
  tz: string,
): string[] {
  const every = Math.max(1, Math.ceil(starts.length / Math.max(1, room)));
  const year = dateFormat(locale, { year: 'numeric', timeZone: tz });
  const short = dateFormat(locale, {
    timeZone: tz,
    month: 'short',
    ...(bucket === 'month' ? {} : { day: 'numeric' }),
    ...(bucket === 'hour' ? { hour: '2-digit', hourCycle: 'h23' } : {}),
  });
  let named = '';
  return starts.map((start, index) => {
    if (index % every !== 0) return '';
    const date = new Date(start);
    const thisYear = year.format(date);
    const head = short.format(date);
    if (bucket !== 'month' || thisYear === named) return head;
    named = thisYear;
    return `${head}\n${thisYear}`;
  });
}
