import { useCallback } from 'react';
import { usePreferences } from '../preferences/preferences.js';

/** Name of a language tag in the viewer's language; what is no tag comes back as it is. */
export function useLanguageName(): (tag: string) => string {
  const { language } = usePreferences();
  return useCallback(
    (tag) =>
      /^[a-z]{2,3}(-|$)/.test(tag)
        ? (new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag)
        : tag,
    [language],
  );
}
