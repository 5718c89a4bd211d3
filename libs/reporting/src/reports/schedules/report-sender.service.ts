import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReportSchedule } from '@timbre/contracts';
import { reportContentTypes } from '../outputs/render-report.js';
import { ReportService } from '../report.service.js';
import { reportFileName } from '../outputs/report-file-name.js';
import { reportMarkdown } from '../outputs/report-markdown.js';
import { ReportMailer } from './report-mailer.service.js';
import { ReportScheduleRepository } from './report-schedule.repository.js';

/** Makes a scheduled report as of its moment and mails it; writes down what came of it. */
@Injectable()
export class ReportSender {
  constructor(
    private readonly schedules: ReportScheduleRepository,
    private readonly reports: ReportService,
    private readonly mailer: ReportMailer,
  ) {}

  /** @throws what making or mailing threw, after it is written down, so that the queue tries again. */
  async send(scheduleId: string, at: Date): Promise<void> {
    const schedule = await this.schedules.byId(scheduleId);
    if (schedule === null || (await this.schedules.isDone(scheduleId, at))) return;
    const run = { id: randomUUID(), scheduleId, at, dataHash: null, reason: null };
    try {
      const { dataHash, empty } = await this.deliver(schedule, at);
      const outcome = empty
        ? { outcome: 'skipped' as const, reason: 'There was no coverage in the period.' }
        : { outcome: 'sent' as const };
      await this.schedules.record({ ...run, ...outcome, dataHash });
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, 1000);
      await this.schedules.record({ ...run, outcome: 'failed', reason });
      throw error;
    }
  }

  private async deliver(schedule: ReportSchedule, at: Date): Promise<{ dataHash: string; empty: boolean }> {
    const { document } = await this.reports.get(schedule.reportId);
    const { drawn, files } = await this.reports.make(document, schedule.formats, at);
    const empty = drawn.empty && schedule.skipEmpty;
    if (!empty) {
      await this.mailer.send({
        to: schedule.recipients,
        subject: document.name,
        text: reportMarkdown(drawn),
        attachments: [...files].map(([format, content]) => ({
          filename: reportFileName(document.name, format),
          content,
          contentType: reportContentTypes[format],
        })),
      });
    }
    return { dataHash: drawn.dataHash, empty };
  }
}
