import { Module } from '@nestjs/common';
import { AlertingModule } from '@timbre/alerting';
import { CatalogueModule } from '@timbre/catalogue';
import { CoverageModule } from '@timbre/coverage';
import { ArchiveRepository } from './archive/archive.repository.js';
import { ArchiveService } from './archive/archive.service.js';
import { ChartFiles } from './charts/chart-file.service.js';
import { ExportService } from './exports/export.service.js';
import { ExportFiles } from './exports/files/export-files.service.js';
import { BlockDrawing } from './reports/compose/block-drawing.service.js';
import { ChartDrawing } from './reports/compose/chart-drawing.service.js';
import { ReportComposer } from './reports/compose/report-composer.service.js';
import { StoryItems } from './reports/compose/story-items.service.js';
import { ReportService } from './reports/report.service.js';
import { DestinationDelivery } from './reports/schedules/destination-delivery.service.js';
import { FolderDelivery } from './reports/schedules/folder-delivery.service.js';
import { ReportLinks } from './reports/schedules/report-links.service.js';
import { ReportMailer } from './reports/schedules/report-mailer.service.js';
import { ReportRunRepository } from './reports/schedules/report-run.repository.js';
import { ReportScheduleRepository } from './reports/schedules/report-schedule.repository.js';
import { ReportScheduleService } from './reports/schedules/report-schedule.service.js';
import { ReportSender } from './reports/schedules/report-sender.service.js';
import { RunPreparation } from './reports/schedules/run-preparation.service.js';
import { ReportRepository } from './reports/storage/report.repository.js';

/** Exports and reports. */
@Module({
  imports: [AlertingModule, CatalogueModule, CoverageModule],
  providers: [
    ArchiveRepository,
    ArchiveService,
    BlockDrawing,
    ChartDrawing,
    ChartFiles,
    DestinationDelivery,
    ExportFiles,
    ExportService,
    FolderDelivery,
    ReportComposer,
    ReportLinks,
    ReportMailer,
    ReportRepository,
    ReportRunRepository,
    ReportScheduleRepository,
    ReportScheduleService,
    ReportSender,
    ReportService,
    RunPreparation,
    StoryItems,
  ],
  exports: [
    ArchiveService,
    ChartFiles,
    ExportFiles,
    ExportService,
    ReportLinks,
    ReportRunRepository,
    ReportScheduleRepository,
    ReportScheduleService,
    ReportSender,
    ReportService,
  ],
})
export class ReportingModule {}
