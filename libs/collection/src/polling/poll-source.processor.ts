import { Injectable } from '@nestjs/common';
import { type JobContext, type JobProcessor, type PayloadOf, Processor } from '@timbre/platform';
import { pollSourceQueue } from './poll-source.job.js';
import { PollService } from './poll.service.js';

@Injectable()
@Processor(pollSourceQueue)
export class PollSourceProcessor implements JobProcessor<typeof pollSourceQueue> {
  constructor(private readonly polls: PollService) {}

  async process({ sourceId, ...reason }: PayloadOf<typeof pollSourceQueue>, { signal }: JobContext): Promise<void> {
    await this.polls.poll(sourceId, reason, signal);
  }
}
