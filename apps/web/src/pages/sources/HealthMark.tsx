import type { Source, SourceHealth } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** Shape and word say the state; colour only repeats it. */
const shape: Record<SourceHealth, string> = {
  healthy: '●',
  quiet: '○',
  degraded: '▲',
  broken: '■',
  paused: '‖',
  new: '…',
  retired: '–',
};

/** State, its cause in a sentence, and the last error. */
export function HealthMark({ source }: { source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { health, healthReason, lastError, failures } = source;
  const trouble = health === 'broken' || health === 'degraded';
  return (
    <div className={`health health-${health}`}>
      <span>
        <span className="health-shape" aria-hidden="true">
          {shape[health]}
        </span>{' '}
        {t(`sources.healths.${health}`)}
      </span>
      {healthReason && <p className="meta">{healthReason}</p>}
      {trouble && failures > 1 && <p className="meta">{t('sources.failures', { count: failures })}</p>}
      {trouble && lastError && (
        <p className="meta" title={lastError.code}>
          {t('sources.errorAt', { message: lastError.message, when: format.relative(lastError.at) })}
        </p>
      )}
    </div>
  );
}
