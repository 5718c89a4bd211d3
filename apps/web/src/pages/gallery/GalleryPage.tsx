import { galleryCases } from '@timbre/charts/gallery';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/ChartCard.js';

/** Every chart with hostile data, drawn by the same card as everywhere. */
export default function GalleryPage() {
  const { t } = useTranslation();
  const [cases] = useState(() => Object.entries(galleryCases()));
  const drawings = useMemo(() => cases.map(([name, make]) => ({ name, drawing: make() })), [cases]);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('shell.gallery')}</h1>
          <p>{t('settings.galleryHint')}</p>
        </div>
      </div>
      <div className="grid">
        {drawings.map(({ name, drawing }) => (
          <div key={name} className="span-6">
            <ChartCard title={name} drawing={drawing} />
          </div>
        ))}
      </div>
    </>
  );
}
