import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReportRun, ReportSchedule, ReportScheduleInput } from '@timbre/contracts';
import { Database, NotFoundError, QueueService } from '@timbre/platform';
import { ReportService } from '../report.service.js';
import { nextRun } from './next-run.js';
import { ReportRunRepository } from './report-run.repository.js';
import { ReportScheduleRepository } from './report-schedule.repository.js';
import { sendReportQueue } from './send-report.job.js';

/** When reports are sent. The table is the record; a tick every minute looks for what is due. */
@Injectable()
export class ReportScheduleService {
  constructor(
    private readonly repository: ReportScheduleRepository,
    private readonly history: ReportRunRepository,
    private readonly reports: ReportService,
    private readonly database: Database,
    private readonly queues: QueueService,
  ) {}

  async ofReport(reportId: string): Promise<ReportSchedule[]> {
    await this.reports.get(reportId);
    return this.repository.ofReport(reportId);
  }

  /** @throws NotFoundError, ScheduleInvalidError */
  async add(reportId: string, input: ReportScheduleInput, now: Date): Promise<ReportSchedule> {
    await this.reports.get(reportId);
    return this.save(randomUUID(), reportId, input, now);
  }

  /** @throws NotFoundError, ScheduleInvalidError */
  async replace(id: string, input: ReportScheduleInput, now: Date): Promise<ReportSchedule> {
    return this.save(id, (await this.get(id)).reportId, input, now);
  }

  async delete(id: string): Promise<void> {
    if (!(await this.repository.delete(id))) throw new NotFoundError('schedule', id);
  }

  /** Sends once, now, whatever the schedule says. */
  async runNow(id: string, now: Date): Promise<void> {
    await this.get(id);
    await this.queues.add(sendReportQueue, { scheduleId: id, at: now.toISOString() });
  }

  async runs(id: string): Promise<ReportRun[]> {
    await this.get(id);
    return this.history.ofSchedule(id);
  }

  /** Enqueues what is due and says when each is due next. After a standstill, missed times are sent once, not all. */
  async enqueueDue(now: Date): Promise<number> {
    return this.database.transaction(async () => {
      const due = await this.repository.takeDue(now);
      for (const { id, cron, tz } of due) await this.repository.setNext(id, nextRun(cron, tz, now));
      const payloads = due.map(({ id, nextAt }) => ({ scheduleId: id, at: nextAt ?? now.toISOString() }));
      await this.database.afterCommit(() => this.queues.addBulk(sendReportQueue, payloads));
      return due.length;
    });
  }

  private async get(id: string): Promise<ReportSchedule> {
    const found = await this.repository.byId(id);
    if (found === null) throw new NotFoundError('schedule', id);
    return found;
  }

  private save(id: string, reportId: string, input: ReportScheduleInput, now: Date): Promise<ReportSchedule> {
    const next = nextRun(input.cron, input.tz, now);
    return this.repository.upsert(id, reportId, input, input.enabled ? next : null);
  }
}
