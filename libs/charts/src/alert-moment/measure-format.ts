import type { AlertSeries } from '@timbre/contracts';
import { type ChartLocale, formatCount, formatScore, formatShare } from '../locale/format.js';

/** A value of a rule's measure, as axes and labels say it. */
export function formatMeasure(series: AlertSeries, value: number, locale: ChartLocale): string {
  switch (series) {
    case 'net':
      return formatScore(value);
    case 'negative-share':
    case 'share-of-voice':
      return formatShare(value, locale);
    case 'polarisation':
      return value.toFixed(2);
    case 'forecast-median':
      return value.toFixed(1);
    case 'silence':
    case 'volume':
    case 'source-health':
      return Number.isInteger(value) || Math.abs(value) >= 10 ? formatCount(value, locale) : value.toFixed(1);
  }
}
