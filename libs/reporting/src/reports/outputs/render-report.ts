import type { ReportFormat } from '@timbre/contracts';
import type { DrawnReport } from '../drawn/drawn-report.js';
import { reportDocx } from './docx/report-docx.js';
import { reportHtml } from './report-html.js';
import { reportMarkdown } from './report-markdown.js';
import { reportPdf } from './report-pdf.js';
import { reportWorkbook } from './report-workbook.js';

export const reportContentTypes: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A drawn report in one format. */
export async function renderReport(report: DrawnReport, format: ReportFormat): Promise<Buffer> {
  switch (format) {
    case 'pdf':
      return reportPdf(report);
    case 'docx':
      return reportDocx(report);
    case 'html':
      return Buffer.from(reportHtml(report));
    case 'md':
      return Buffer.from(reportMarkdown(report));
    case 'xlsx':
      return reportWorkbook(report);
  }
}
