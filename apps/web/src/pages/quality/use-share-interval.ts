import type { Estimate } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** The 95 % interval of a share with its n, in words; empty where there is none. */
export function useShareInterval(): (share: Estimate) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ low, high, n }) =>
    low === null || high === null
      ? ''
      : `${t('quality.interval', { low: format.share(low), high: format.share(high) })} · n = ${format.count(n)}`;
}
