import { Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import type { LongJob } from '@timbre/contracts';
import { z } from 'zod';
import { Access, CurrentUser, NotFoundError, type Principal } from '../http/index.js';
import { jobAsSeen } from './job-as-seen.js';
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
  async list(
    @Query({ schema: listQuery }) query: z.output<typeof listQuery>,
    @CurrentUser() by: Principal,
  ): Promise<LongJob[]> {
    const options = { limit: query.limit, unfinishedOnly: query.unfinished === 'true' };
    return (await this.jobs.listOwned(options)).map((job) => jobAsSeen(job, by));
  }

  @Get(':id')
  @Access('viewer')
  async get(@Param('id', { schema: jobId }) id: string, @CurrentUser() by: Principal): Promise<LongJob> {
    return jobAsSeen(await this.jobs.getOwned(id), by);
  }

  /** Analysts stop any job, viewers what they started themselves. */
  @Post(':id/cancel')
  @Access('viewer')
  async cancel(@Param('id', { schema: jobId }) id: string, @CurrentUser() by: Principal): Promise<LongJob> {
    const job = jobAsSeen(await this.jobs.getOwned(id), by);
    if (job.mayCancel !== true) throw new NotFoundError('job that you may stop', id);
    return { ...(await this.jobs.cancel(id)), mayCancel: true };
  }
}

@Module({ imports: [LongJobsModule], controllers: [LongJobsController] })
export class LongJobsHttpModule {}
