import { Injectable } from '@nestjs/common';
import { type JobContext, type JobProcessor, type PayloadOf, Processor } from '@timbre/platform';
import { importArticlesQueue } from './import-articles.job.js';
import { ImportService } from './import.service.js';

@Injectable()
@Processor(importArticlesQueue)
export class ImportArticlesProcessor implements JobProcessor<typeof importArticlesQueue> {
  constructor(private readonly imports: ImportService) {}

  async process(
    { importId }: PayloadOf<typeof importArticlesQueue>,
    context: JobContext,
  ): Promise<Record<string, unknown>> {
    const run = await this.imports.run(importId, context);
    return { importId, lines: run.lines, accepted: run.accepted, duplicates: run.duplicates, rejected: run.rejected };
  }
}
