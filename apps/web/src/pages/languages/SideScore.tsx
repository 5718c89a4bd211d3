import type { Estimate } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';

/** Net sentiment of one language with its interval and n. */
export function SideScore({ net, n }: { net: Estimate; n: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="difference">
      <Score value={net.value} />
      <span className="meta">
        {net.value !== null &&
          `${t('compare.interval', { low: format.score(net.low), high: format.score(net.high) })}, `}
        n = {format.count(n)}
      </span>
    </span>
  );
}
