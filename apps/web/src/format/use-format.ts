import {
  bucketLabel,
  dateFormat,
  formatCompact,
  formatCount,
  formatDay,
  formatInterval,
  formatScore,
  formatShare,
} from '@timbre/charts';
import { useMemo } from 'react';
import { usePreferences } from '../preferences/preferences.js';
import { relativeTime } from './relative-time.js';

/** Formats bound to the viewer's language and time zone. */
export function useFormat() {
  const { language: locale, timeZone: tz } = usePreferences();
  return useMemo(() => {
    const moment = dateFormat(locale, {
      timeZone: tz,
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    });
    const date = dateFormat(locale, { timeZone: tz, year: 'numeric', month: 'short', day: 'numeric' });
    return {
      locale,
      tz,
      score: formatScore,
      count: (value: number) => formatCount(value, locale),
      compact: (value: number) => formatCompact(value, locale),
      share: (value: number) => formatShare(value, locale),
      /** A calendar day that has no zone. */
      day: (isoDay: string) => formatDay(isoDay, locale),
      interval: (from: string, to: string | null, open: string) => formatInterval(from, to, locale, open),
      /** The local day of an instant. */
      date: (instant: string) => date.format(new Date(instant)),
      moment: (instant: string) => moment.format(new Date(instant)),
      bucket: (start: string, bucket: 'hour' | 'day' | 'week' | 'month') => bucketLabel(start, bucket, locale, tz),
      relative: (instant: string) => relativeTime(Date.parse(instant), Date.now(), locale),
    };
  }, [locale, tz]);
}
