import { Injectable } from '@nestjs/common';
import { type JobProcessor, Processor } from '@timbre/platform';
import { ExportFiles } from './export-files.service.js';
import { removeOldExportsQueue } from './remove-old-exports.job.js';

@Injectable()
@Processor(removeOldExportsQueue)
export class RemoveOldExportsProcessor implements JobProcessor<typeof removeOldExportsQueue> {
  constructor(private readonly files: ExportFiles) {}

  async process(): Promise<void> {
    await this.files.removeOld(new Date());
  }
}
