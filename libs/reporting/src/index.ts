import type { MigrationClass } from '@timbre/platform';
import { DeliverAndShareReports1796100000000 } from './migrations/1796100000000-deliver-and-share-reports.js';
import { CreateDashboard1796150000000 } from './migrations/1796150000000-create-dashboard.js';
import { CreateReports1795600000000 } from './migrations/1795600000000-create-reports.js';

export { type ArchiveImported, ArchiveService } from './archive/archive.service.js';
export { ChartFiles } from './charts/chart-file.service.js';
export { ExportService } from './exports/export.service.js';
export { ReportingHttpModule } from './reporting-http.module.js';
export { ReportingWorkerModule } from './reporting-worker.module.js';
export { ReportingModule } from './reporting.module.js';
export { ReportService } from './reports/report.service.js';
export { documentFrom } from './reports/templates/report-templates.js';

/** Tables of reports, their schedules, runs and links. */
export const reportingMigrations: MigrationClass[] = [
  CreateReports1795600000000,
  DeliverAndShareReports1796100000000,
  CreateDashboard1796150000000,
];
