import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { qualityQuery } from '../../api/quality-queries.js';
import { usePreferences } from '../../preferences/preferences.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { Confusion } from './Confusion.js';
import { QualityTables } from './QualityTables.js';
import { QualityTiles } from './QualityTiles.js';
import { RereadPanel } from './RereadPanel.js';
import '../../charts/chart.css';
import './quality.css';

/** How far the numbers can be trusted, by the judgement of the people who use them. */
export default function QualityPage() {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const quality = useQuery(qualityQuery(language));
  const judged = (quality.data?.labels.agreement.n ?? 0) > 0;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('quality.title')}</h1>
          <p>{t('quality.hint')}</p>
        </div>
      </div>
      {quality.isError && <ErrorState error={quality.error} retry={() => void quality.refetch()} />}
      {quality.isPending && <PageSkeleton tiles={4} blocks={2} />}
      {quality.data && (
        <>
          {judged ? (
            <QualityTiles labels={quality.data.labels} />
          ) : (
            <EmptyState title={t('quality.none')} hint={t('quality.noneHint')} />
          )}
          <div className="grid quality">
            {judged && <Confusion confusion={quality.data.confusion} />}
            <QualityTables quality={quality.data} />
            <RereadPanel />
          </div>
        </>
      )}
    </>
  );
}
