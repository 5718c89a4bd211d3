import { Injectable } from '@nestjs/common';
import { type JobProcessor, Processor } from '@timbre/platform';
import { ArticlePushRepository } from '../pushing/article-push.repository.js';
import { RereadTrigger } from '../rereading/reread-trigger.service.js';
import { sweepQueue } from './sweep.job.js';
import { Sweeper } from './sweeper.service.js';

const pushMemoryMs = 24 * 60 * 60_000;

/** Once a minute: unread articles, outdated readings, old idempotency keys. */
@Injectable()
@Processor(sweepQueue)
export class SweepProcessor implements JobProcessor<typeof sweepQueue> {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly rereading: RereadTrigger,
    private readonly pushes: ArticlePushRepository,
  ) {}

  async process(): Promise<void> {
    const now = new Date();
    await this.sweeper.sweep(now);
    await this.rereading.check(now);
    await this.pushes.forgetBefore(new Date(now.getTime() - pushMemoryMs));
  }
}
