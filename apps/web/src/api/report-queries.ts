import type { ReportDocument, ReportLocale, ReportTemplateName } from '@timbre/contracts';
import { queryOptions } from '@tanstack/react-query';
import { apiPath, request } from './client.js';
import { ApiError } from './api-error.js';

/** First key of all that report events make stale. */
export const REPORTS = 'reports';

export const reportListQuery = () =>
  queryOptions({ queryKey: [REPORTS, 'list'], queryFn: ({ signal }) => request('reports', '/reports', { signal }) });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: [REPORTS, 'one', id],
    queryFn: ({ signal }) => request('report', `/reports/${encodeURIComponent(id)}`, { signal }),
  });

export const reportTemplatesQuery = (locale: ReportLocale) =>
  queryOptions({
    queryKey: [REPORTS, 'templates', locale],
    queryFn: ({ signal }) => request('reportTemplates', '/reports/templates', { query: { locale }, signal }),
    staleTime: Infinity,
  });

/** A document from a template, for the editor to begin with. */
export const templateDocumentQuery = (name: ReportTemplateName, locale: ReportLocale, tz: string) =>
  queryOptions({
    queryKey: [REPORTS, 'template', name, locale, tz],
    queryFn: ({ signal }) =>
      request('reportDocument', `/reports/templates/${name}`, { method: 'POST', body: { locale, tz }, signal }),
    staleTime: Infinity,
  });

/** The document as a page of its own; a block that cannot be drawn makes it an error that says which. */
export const previewQuery = (document: ReportDocument) =>
  queryOptions({
    queryKey: [REPORTS, 'preview', document],
    queryFn: ({ signal }) => reportFile(document, 'html', signal).then((file) => file.text()),
    staleTime: 60_000,
    retry: false,
  });

/** A document that need not be stored, as a file. @throws ApiError */
export async function reportFile(document: ReportDocument, format: string, signal?: AbortSignal): Promise<Blob> {
  const response = await fetch(apiPath(`/reports/preview/${format}`), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(document),
    signal,
  });
  if (response.ok) return response.blob();
  const { detail = response.statusText, code = '' } = (await response.json()) as { detail?: string; code?: string };
  throw new ApiError(response.status, detail, code, response.headers.get('x-request-id'), []);
}

export const reportSchedulesQuery = (id: string) =>
  queryOptions({
    queryKey: [REPORTS, 'schedules', id],
    queryFn: ({ signal }) => request('reportSchedules', `/reports/${id}/schedules`, { signal }),
  });

export const reportRunsQuery = (scheduleId: string) =>
  queryOptions({
    queryKey: [REPORTS, 'runs', scheduleId],
    queryFn: ({ signal }) => request('reportRuns', `/reports/schedules/${scheduleId}/runs`, { signal }),
    refetchInterval: 10_000,
  });

export const reportSharesQuery = (id: string) =>
  queryOptions({
    queryKey: [REPORTS, 'shares', id],
    queryFn: ({ signal }) => request('reportShares', `/reports/${id}/shares`, { signal }),
  });
