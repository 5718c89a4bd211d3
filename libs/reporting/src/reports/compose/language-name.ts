import type { ReportLocale } from '@timbre/contracts';

/** A language as its readers call it. @example languageName('zh', 'en') // 'Chinese' */
export function languageName(tag: string, locale: ReportLocale): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    // No language tag: shown as it is.
    return tag;
  }
}
