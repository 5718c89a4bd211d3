import type { Bucket } from '@timbre/contracts';
import { dateFormat, type ChartLocale } from './format.js';

const parts: Record<Bucket, Intl.DateTimeFormatOptions> = {
  hour: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

/**
 * Name of the bucket that starts at an instant, in the viewer's zone.
 * @example bucketLabel('2024-05-14T00:00:00Z', 'day', 'en', 'UTC') // 'Tue 14 May 2024'
 */
export function bucketLabel(start: string | number, bucket: Bucket, locale: ChartLocale, tz: string): string {
  const text = dateFormat(locale, { ...parts[bucket], timeZone: tz })
    .format(new Date(start))
    .replace(',', '');
  if (bucket !== 'week') return text;
  return locale === 'en' ? `Week of ${text}` : `${text}起一周`;
}
