import { Injectable } from '@nestjs/common';
import { type JobContext, type JobProcessor, type PayloadOf, Processor } from '@timbre/platform';
import { sampleCoverageQueue } from './sample-coverage.job.js';
import { SampleService } from './sample.service.js';

@Injectable()
@Processor(sampleCoverageQueue)
export class SampleCoverageProcessor implements JobProcessor<typeof sampleCoverageQueue> {
  constructor(private readonly sample: SampleService) {}

  async process(
    { action }: PayloadOf<typeof sampleCoverageQueue>,
    context: JobContext,
  ): Promise<Record<string, unknown>> {
    if (action === 'remove') return { removed: await this.sample.remove() };
    return { added: await this.sample.load(context.signal, (done, total) => context.progress(done, total)) };
  }
}
