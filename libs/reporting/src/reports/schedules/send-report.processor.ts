import { Injectable } from '@nestjs/common';
import { type JobContext, type JobProcessor, type PayloadOf, Processor } from '@timbre/platform';
import { ReportSender } from './report-sender.service.js';
import { sendReportQueue } from './send-report.job.js';

@Injectable()
@Processor(sendReportQueue)
export class SendReportProcessor implements JobProcessor<typeof sendReportQueue> {
  constructor(private readonly sender: ReportSender) {}

  async process({ scheduleId, at }: PayloadOf<typeof sendReportQueue>, { signal }: JobContext): Promise<void> {
    if (!signal.aborted) await this.sender.send(scheduleId, new Date(at));
  }
}
