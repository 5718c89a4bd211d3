import type { MigrationClass } from '@timbre/platform';
import { CreateReports1795600000000 } from './migrations/1795600000000-create-reports.js';

export { ExportService } from './exports/export.service.js';
export { ReportingHttpModule } from './reporting-http.module.js';
export { ReportingWorkerModule } from './reporting-worker.module.js';
export { ReportingModule } from './reporting.module.js';
export { ReportService } from './reports/report.service.js';
export { documentFrom } from './reports/templates/report-templates.js';

/** Tables of reports and their schedules. */
export const reportingMigrations: MigrationClass[] = [CreateReports1795600000000];
