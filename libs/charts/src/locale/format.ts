export type ChartLocale = 'en' | 'zh-CN';

/** British order in English (14 May 2024): unambiguous for readers on both sides of the Atlantic. */
const intlTag = { en: 'en-GB', 'zh-CN': 'zh-CN' } as const;
const trueMinus = (text: string) => text.replace(/-/g, '\u2212');

/** Sentiment with its sign and a true minus. @example score(-0.08) // '−0.08' */
export function formatScore(value: number | null, digits = 2): string {
  if (value === null || !Number.isFinite(value)) return '\u2013';
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return (value < 0 ? '\u2212' : '+') + text;
}

/** Whole number with the locale's grouping. */
export function formatCount(value: number, locale: ChartLocale): string {
  return trueMinus(new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: 0 }).format(value));
}

/** Short number for axes and tiles: 12.4k in English, 1.2万 in Chinese. The exact figure belongs in a title. */
export function formatCompact(value: number, locale: ChartLocale): string {
  const text = new Intl.NumberFormat(intlTag[locale], { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  return trueMinus(locale === 'en' ? text.replace('K', 'k') : text);
}

/** Share of a whole, 0…1. @example formatShare(0.125, 'en') // '12.5%' */
export function formatShare(value: number, locale: ChartLocale): string {
  const digits = Math.abs(value) < 0.1 && value !== 0 ? 1 : 0;
  return trueMinus(
    new Intl.NumberFormat(intlTag[locale], { style: 'percent', maximumFractionDigits: digits }).format(value),
  );
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
/** A cached formatter: making one costs more than using it a hundred times. */
export function dateFormat(locale: ChartLocale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(intlTag[locale], options);
    dateFormats.set(key, format);
  }
  return format;
}

/** A calendar day without a time zone, e.g. the end of a predicted interval. */
export function formatDay(isoDay: string, locale: ChartLocale): string {
  return dateFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }).format(
    new Date(`${isoDay.slice(0, 10)}T00:00:00Z`),
  );
}
