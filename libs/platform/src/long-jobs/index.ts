export { LongJobService } from './long-job.service.js';
export { CreateLongJob1795000000000 } from './long-job-schema.migration.js';
export { LongJobsHttpModule } from './long-jobs.controller.js';
export { LongJobsModule } from './long-jobs.module.js';
