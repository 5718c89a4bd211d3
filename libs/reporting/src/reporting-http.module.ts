import { Module } from '@nestjs/common';
import { ExportController } from './http/export.controller.js';
import { ReportScheduleController } from './http/report-schedule.controller.js';
import { ReportController } from './http/report.controller.js';
import { ReportingModule } from './reporting.module.js';

/** Exports and reports over HTTP. */
@Module({ imports: [ReportingModule], controllers: [ExportController, ReportScheduleController, ReportController] })
export class ReportingHttpModule {}
