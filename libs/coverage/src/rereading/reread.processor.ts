import { Injectable } from '@nestjs/common';
import { type JobContext, type JobProcessor, type PayloadOf, Processor } from '@timbre/platform';
import { HistoryRereader } from './history-rereader.service.js';
import { rereadQueue } from './reread.job.js';

/** Runs the re-reading of history as a job that people can watch and cancel. */
@Injectable()
@Processor(rereadQueue)
export class RereadProcessor implements JobProcessor<typeof rereadQueue> {
  constructor(private readonly rereader: HistoryRereader) {}

  async process(payload: PayloadOf<typeof rereadQueue>, context: JobContext): Promise<{ articles: number }> {
    return { articles: await this.rereader.run(context, payload) };
  }
}
