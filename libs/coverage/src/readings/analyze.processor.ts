import { Injectable } from '@nestjs/common';
import { type JobProcessor, type PayloadOf, Processor } from '@timbre/platform';
import { analyzeQueue } from './analyze.job.js';
import { ArticleReader } from './article-reader.service.js';
import { ReadingNews } from './reading-news.js';

/** Reads the articles of a job and says that there is something new. */
@Injectable()
@Processor(analyzeQueue)
export class AnalyzeProcessor implements JobProcessor<typeof analyzeQueue> {
  constructor(
    private readonly reader: ArticleReader,
    private readonly news: ReadingNews,
  ) {}

  async process({ articleIds }: PayloadOf<typeof analyzeQueue>): Promise<void> {
    const outcome = await this.reader.read(articleIds);
    await this.news.tell(outcome);
  }
}
