import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const HOUR = 3_600_000;
const HOURS_TOLD = 48;

/** Time between two instants in words: hours up to two days, then days. */
export function useSpan(): (from: string, to: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (from, to) => {
      const hours = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / HOUR));
      return hours <= HOURS_TOLD
        ? t('stories.hours', { count: hours })
        : t('stories.days', { count: Math.round(hours / 24) });
    },
    [t],
  );
}
