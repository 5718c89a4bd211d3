import { dateFormat } from '@timbre/charts';
import type { ComposeContext } from './compose-context.js';

/** The day of an instant where the reader is. */
export function localDay(instant: string, { document: { locale, tz } }: ComposeContext): string {
  const format = dateFormat(locale, { timeZone: tz, year: 'numeric', month: 'short', day: 'numeric' });
  return format.format(new Date(instant));
}
