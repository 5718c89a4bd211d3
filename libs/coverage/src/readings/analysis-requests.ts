import { Injectable } from '@nestjs/common';
import { QueueService } from '@timbre/platform';
import { analyzeQueue, articlesPerJob } from './analyze.job.js';

/** Asks for articles to be read. The request may get lost; the sweeper asks again. */
@Injectable()
export class AnalysisRequests {
  constructor(private readonly queues: QueueService) {}

  async request(articleIds: readonly string[]): Promise<void> {
    const jobs: { articleIds: string[] }[] = [];
    for (let from = 0; from < articleIds.length; from += articlesPerJob) {
      jobs.push({ articleIds: articleIds.slice(from, from + articlesPerJob) });
    }
    if (jobs.length > 0) await this.queues.addBulk(analyzeQueue, jobs);
  }

  /** One job each, for articles whose company may have suffered from them. */
  async requestAlone(articleIds: readonly string[]): Promise<void> {
    await this.queues.addBulk(
      analyzeQueue,
      articleIds.map((id) => ({ articleIds: [id] })),
    );
  }

  /** Whether so much is under way that asking again would only double it. */
  async busy(): Promise<boolean> {
    const { waiting, active } = await this.queues.counts(analyzeQueue);
    return waiting + active > 20;
  }
}
