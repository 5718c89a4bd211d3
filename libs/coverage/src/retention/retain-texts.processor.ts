import { Injectable } from '@nestjs/common';
import { type JobContext, type JobProcessor, type PayloadOf, Processor } from '@timbre/platform';
import { retainTextsQueue } from './retain-texts.job.js';
import { TextRetention } from './text-retention.service.js';

@Injectable()
@Processor(retainTextsQueue)
export class RetainTextsProcessor implements JobProcessor<typeof retainTextsQueue> {
  constructor(private readonly retention: TextRetention) {}

  async process(_payload: PayloadOf<typeof retainTextsQueue>, context: JobContext): Promise<{ removed: number }> {
    return { removed: await this.retention.run(new Date(), context.signal) };
  }
}
