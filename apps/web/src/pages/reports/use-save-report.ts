import type { Report, ReportDocument } from '@timbre/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { request } from '../../api/client.js';
import { reportListQuery, reportQuery } from '../../api/report-queries.js';

/** Saves a document as a new report, or as the next version of one. */
export function useSaveReport(saved: Report | null) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (document: ReportDocument) =>
      saved === null
        ? request('report', '/reports', { method: 'POST', body: document })
        : request('report', `/reports/${saved.id}`, { method: 'PUT', body: { version: saved.version, document } }),
    onSuccess: (report) => {
      client.setQueryData(reportQuery(report.id).queryKey, report);
      void client.invalidateQueries({ queryKey: reportListQuery().queryKey });
      void message.success(t('reports.saved'));
      if (saved === null) void navigate(`/reports/${report.id}`, { replace: true });
    },
    onError: (error) => void message.error(error.message),
  });
}
