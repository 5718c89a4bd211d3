import { Injectable } from '@nestjs/common';
import { type JobProcessor, Processor } from '@timbre/platform';
import { ReportScheduleService } from './report-schedule.service.js';
import { reportTickQueue } from './send-report.job.js';

@Injectable()
@Processor(reportTickQueue)
export class ReportTickProcessor implements JobProcessor<typeof reportTickQueue> {
  constructor(private readonly schedules: ReportScheduleService) {}

  async process(): Promise<void> {
    await this.schedules.enqueueDue(new Date());
  }
}
