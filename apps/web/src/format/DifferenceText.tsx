import type { Difference } from '@timbre/metrics';
import { useTranslation } from 'react-i18next';
import { Score } from './Score.js';
import { useFormat } from './use-format.js';

/** A difference with its interval, or that there is none to speak of. */
export function DifferenceText({ difference }: { difference: Difference | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (difference?.value == null) return <span className="meta">–</span>;
  const { value, low, high, distinguishable } = difference;
  return (
    <span className={distinguishable ? 'difference' : 'difference difference-none'}>
      {distinguishable ? <Score value={value} /> : t('compare.notDistinguishable')}
      <span className="meta">
        {!distinguishable && `${format.score(value)}, `}
        {t('compare.interval', { low: format.score(low), high: format.score(high) })}
      </span>
    </span>
  );
}
