import { Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import type { LongJob } from '@timbre/contracts';
import { z } from 'zod';
import { Access } from '../http/index.js';
import { LongJobService } from './long-job.service.js';
import { LongJobsModule } from './long-jobs.module.js';

const jobId = z.uuid();
const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  unfinished: z.enum(['true', 'false']).default('false'),
});

/** The job drawer of the UI: what runs, how far it is, and a way to stop it. */
@Controller('jobs')
class LongJobsController {
  constructor(private readonly jobs: LongJobService) {}

  @Get()
  @Access('viewer')
  list(@Query({ schema: listQuery }) query: z.output<typeof listQuery>): Promise<LongJob[]> {
    return this.jobs.list({ limit: query.limit, unfinishedOnly: query.unfinished === 'true' });
  }

  @Get(':id')
  @Access('viewer')
  get(@Param('id', { schema: jobId }) id: string): Promise<LongJob> {
    return this.jobs.get(id);
  }

  @Post(':id/cancel')
  @Access('analyst')
  cancel(@Param('id', { schema: jobId }) id: string): Promise<LongJob> {
    return this.jobs.cancel(id);
  }
}

@Module({ imports: [LongJobsModule], controllers: [LongJobsController] })
export class LongJobsHttpModule {}
