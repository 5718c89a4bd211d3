import { reportTemplateName } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { reportQuery, templateDocumentQuery } from '../../api/report-queries.js';
import { usePreferences } from '../../preferences/preferences.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { ReportEditor } from './ReportEditor.js';
import './reports.css';

/** `/reports/<id>`, or `/reports/new?template=<name>` for one that nobody has saved. */
export default function ReportEditorPage() {
  const { id = 'new' } = useParams();
  return id === 'new' ? <NewReport /> : <SavedReport key={id} id={id} />;
}

function SavedReport({ id }: { id: string }) {
  const report = useQuery(reportQuery(id));
  if (report.isError) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  if (!report.data) return <PageSkeleton tiles={0} blocks={2} />;
  return <ReportEditor key={report.data.version} saved={report.data} document={report.data.document} />;
}

function NewReport() {
  const [search] = useSearchParams();
  const { language, timeZone } = usePreferences();
  const name = reportTemplateName.catch('weekly').parse(search.get('template'));
  const document = useQuery(templateDocumentQuery(name, language, timeZone));
  if (document.isError) return <ErrorState error={document.error} retry={() => void document.refetch()} />;
  if (!document.data) return <PageSkeleton tiles={0} blocks={2} />;
  return <ReportEditor key={name} saved={null} document={document.data} />;
}
