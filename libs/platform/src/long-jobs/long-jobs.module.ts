import { Global, Module } from '@nestjs/common';
import { LongJobRepository } from './long-job.repository.js';
import { LongJobService } from './long-job.service.js';

/** `LongJobService`, for features that start long work. */
@Global()
@Module({ providers: [LongJobRepository, LongJobService], exports: [LongJobRepository, LongJobService] })
export class LongJobsModule {}
