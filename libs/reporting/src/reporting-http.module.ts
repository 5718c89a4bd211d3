import { Module } from '@nestjs/common';
import { DashboardsHttpModule } from './dashboards/dashboards-http.module.js';
import { ChartController } from './http/chart.controller.js';
import { ExportController } from './http/export.controller.js';
import { ReportScheduleController } from './http/report-schedule.controller.js';
import { ReportController } from './http/report.controller.js';
import { RunFileController } from './http/run-file.controller.js';
import { ShareController } from './http/share.controller.js';
import { SharedReportController } from './http/shared-report.controller.js';
import { UnsubscribeController } from './http/unsubscribe.controller.js';
import { ReportingModule } from './reporting.module.js';
import { RunFeeds } from './sharing/run-feeds.service.js';
import { ShareRepository } from './sharing/share.repository.js';
import { ShareService } from './sharing/share.service.js';
import { SharedReports } from './sharing/shared-report.service.js';

/** Charts, exports, reports, and what is shared of them, over HTTP. */
@Module({
  imports: [DashboardsHttpModule, ReportingModule],
  providers: [RunFeeds, ShareRepository, ShareService, SharedReports],
  controllers: [
    ChartController,
    ExportController,
    // Before the controller that takes any id.
    RunFileController,
    ShareController,
    ReportScheduleController,
    ReportController,
    SharedReportController,
    UnsubscribeController,
  ],
})
export class ReportingHttpModule {}
