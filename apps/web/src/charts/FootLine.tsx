import type { Provenance } from '@timbre/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountWords } from '../format/count-words.js';

const MethodDrawer = lazy(() => import('./MethodDrawer.js'));

/** n, sources, analysis version, and the way to how it is made. */
export function FootLine({ provenance, n }: { provenance: Provenance; n?: number }) {
  const { t } = useTranslation();
  const counted = useCountWords();
  const [open, setOpen] = useState(false);
  return (
    <div className="card-foot">
      <span>
        {t('chart.foot', {
          counted: counted(n ?? 0, provenance.unit),
          sources: counted(provenance.sources, 'sources'),
          version: provenance.versions[0] ?? t('chart.versionNone'),
        })}
      </span>
      {provenance.sample && <span>{t('shell.sample')}</span>}
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('chart.how')}
      </button>
      {open && (
        <Suspense fallback={null}>
          <MethodDrawer onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
