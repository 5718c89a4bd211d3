import type { CountingUnit } from '@timbre/contracts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.js';

/** "38 stories", "1 article": the count formatted, the noun in the right number. */
export function useCountWords(): (n: number, unit: CountingUnit | 'sources') => string {
  const { t } = useTranslation();
  const { count } = useFormat();
  return useCallback(
    (n, unit) => {
      const text = { count: n };
      const words =
        unit === 'stories'
          ? t('chart.stories', text)
          : unit === 'articles'
            ? t('chart.articles', text)
            : t('chart.sources', text);
      return words.replace(String(n), count(n));
    },
    [t, count],
  );
}
