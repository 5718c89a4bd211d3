import { Injectable } from '@nestjs/common';
import { type JobContext, type JobProcessor, type PayloadOf, Processor } from '@timbre/platform';
import { takedownQueue } from './takedown.job.js';
import { Takedown } from './takedown.service.js';

@Injectable()
@Processor(takedownQueue)
export class TakedownProcessor implements JobProcessor<typeof takedownQueue> {
  constructor(private readonly takedown: Takedown) {}

  async process({ outlet }: PayloadOf<typeof takedownQueue>, context: JobContext): Promise<{ articles: number }> {
    return { articles: await this.takedown.run(outlet, context) };
  }
}
