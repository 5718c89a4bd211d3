import { Module } from '@nestjs/common';
import { CatalogueModule } from '@timbre/catalogue';
import { CoverageModule } from '@timbre/coverage';
import { ExportService } from './exports/export.service.js';
import { ExportFiles } from './exports/files/export-files.service.js';
import { BlockDrawing } from './reports/compose/block-drawing.service.js';
import { ChartDrawing } from './reports/compose/chart-drawing.service.js';
import { ReportComposer } from './reports/compose/report-composer.service.js';
import { StoryItems } from './reports/compose/story-items.service.js';
import { ReportService } from './reports/report.service.js';
import { ReportMailer } from './reports/schedules/report-mailer.service.js';
import { ReportScheduleRepository } from './reports/schedules/report-schedule.repository.js';
import { ReportScheduleService } from './reports/schedules/report-schedule.service.js';
import { ReportSender } from './reports/schedules/report-sender.service.js';
import { ReportRepository } from './reports/storage/report.repository.js';

/** Exports and reports. */
@Module({
  imports: [CatalogueModule, CoverageModule],
  providers: [
    BlockDrawing,
    ChartDrawing,
    ExportFiles,
    ExportService,
    ReportComposer,
    ReportMailer,
    ReportRepository,
    ReportScheduleRepository,
    ReportScheduleService,
    ReportSender,
    ReportService,
    StoryItems,
  ],
  exports: [ExportFiles, ExportService, ReportScheduleService, ReportSender, ReportService],
})
export class ReportingModule {}
