import type { ReportDocument } from '@timbre/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewQuery } from '../../api/report-queries.js';

/** Pause in typing after which the preview is drawn anew. */
const settleMs = 600;

/** The report as a page, in a frame that runs no scripts and shares nothing with ours. */
export function ReportPreview({ document }: { document: ReportDocument }) {
  const { t } = useTranslation();
  const [settled, setSettled] = useState(document);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(document), settleMs);
    return () => clearTimeout(timer);
  }, [document]);
  const preview = useQuery({ ...previewQuery(settled), placeholderData: keepPreviousData });
  return (
    <div className="report-preview" aria-busy={preview.isFetching}>
      {preview.error && <Alert type="error" showIcon title={preview.error.message} />}
      {preview.isPending && !preview.error && <Skeleton active paragraph={{ rows: 12 }} />}
      {preview.data !== undefined && <iframe title={t('reports.preview')} sandbox="" srcDoc={preview.data} />}
    </div>
  );
}
