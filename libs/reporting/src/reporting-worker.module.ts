import { Module } from '@nestjs/common';
import { MakeExportProcessor } from './exports/files/make-export.processor.js';
import { RemoveOldExportsProcessor } from './exports/files/remove-old-exports.processor.js';
import { ReportingSchedules } from './reporting-schedules.js';
import { ReportingModule } from './reporting.module.js';
import { ReportTickProcessor } from './reports/schedules/report-tick.processor.js';
import { SendReportProcessor } from './reports/schedules/send-report.processor.js';

/** Export jobs and the sending of reports. */
@Module({
  imports: [ReportingModule],
  providers: [
    MakeExportProcessor,
    RemoveOldExportsProcessor,
    ReportTickProcessor,
    ReportingSchedules,
    SendReportProcessor,
  ],
})
export class ReportingWorkerModule {}
