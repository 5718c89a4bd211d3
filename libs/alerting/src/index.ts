import { CreateAlerting1795500000000 } from './migrations/1795500000000-create-alerting.js';

export { AlertingHttpModule } from './alerting-http.module.js';
export { AlertingModule } from './alerting.module.js';
export { AlertingWorkerModule } from './alerting-worker.module.js';
export const alertingMigrations = [CreateAlerting1795500000000];
