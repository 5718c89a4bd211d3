import { Controller, Delete, HttpCode, Post } from '@nestjs/common';
import type { LongJob } from '@timbre/contracts';
import { Access, CurrentUser, LongJobService, type Principal } from '@timbre/platform';
import { sampleCoverageQueue } from './sample-coverage.job.js';

/** One click in, one click out. */
@Controller('sample')
@Access('analyst', 'sources:write')
export class SampleController {
  constructor(private readonly jobs: LongJobService) {}

  @Post()
  @HttpCode(202)
  load(@CurrentUser() by: Principal): Promise<LongJob> {
    return this.jobs.start(
      sampleCoverageQueue,
      { action: 'load' },
      { kind: 'sample.load', title: 'Sample coverage', startedBy: by.userId },
    );
  }

  @Delete()
  @HttpCode(202)
  remove(@CurrentUser() by: Principal): Promise<LongJob> {
    return this.jobs.start(
      sampleCoverageQueue,
      { action: 'remove' },
      { kind: 'sample.remove', title: 'Remove sample coverage', startedBy: by.userId },
    );
  }
}
