import type { Provenance } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';

/** The range in force, with the zone it is cut in. */
export function RangeLine({ provenance }: { provenance: Provenance }) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = new Date(Date.parse(provenance.to) - 1).toISOString();
  return (
    <>
      {t('coverage.rangeLine', { from: format.date(provenance.from), to: format.date(last), tz: provenance.tz })}
      {provenance.sample && (
        <>
          {' '}
          <span className="tag-sample" title={t('shell.sampleHint')}>
            {t('shell.sample')}
          </span>
        </>
      )}
    </>
  );
}
