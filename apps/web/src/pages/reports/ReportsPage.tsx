import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { reportListQuery, reportTemplatesQuery } from '../../api/report-queries.js';
import { usePreferences } from '../../preferences/preferences.js';
import { useMay } from '../../session/use-session.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { ReportTable } from './ReportTable.js';
import './reports.css';

/** Templates to begin with, and the reports that were saved. */
export default function ReportsPage() {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const editor = useMay('analyst');
  const reports = useQuery(reportListQuery());
  const templates = useQuery(reportTemplatesQuery(language));
  const error = reports.error ?? templates.error;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('reports.title')}</h1>
          <p>{t('reports.hint')}</p>
        </div>
      </div>
      {error && <ErrorState error={error} retry={() => void Promise.all([reports.refetch(), templates.refetch()])} />}
      {!error && (!reports.data || !templates.data) && <PageSkeleton tiles={3} blocks={1} />}
      {templates.data && (
        <section>
          <h2 className="reports-heading">{t('reports.templates')}</h2>
          <ul className="template-list">
            {templates.data.map(({ id, name, about }) => (
              <li key={id}>
                <Link to={`/reports/new?template=${id}`} className="card template">
                  <strong>{name}</strong>
                  <span className="meta">{about}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reports.data && (
        <section>
          <h2 className="reports-heading">{t('reports.mine')}</h2>
          {reports.data.length === 0 ? (
            <EmptyState title={t('reports.none')} hint={t('reports.noneHint')} />
          ) : (
            <ReportTable reports={reports.data} editor={editor} />
          )}
        </section>
      )}
    </>
  );
}
