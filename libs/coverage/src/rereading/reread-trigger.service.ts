import { Injectable } from '@nestjs/common';
import { Database, LongJobService } from '@timbre/platform';
import { ArticleReader } from '../readings/article-reader.service.js';
import { OutdatedReadingRepository } from './outdated-reading.repository.js';
import { shouldReread } from './reread-decision.js';
import { rereadKind, rereadQueue } from './reread.job.js';

/** Starts a re-reading when the catalogue or the analysis is not the one that history was read with. */
@Injectable()
export class RereadTrigger {
  constructor(
    private readonly database: Database,
    private readonly jobs: LongJobService,
    private readonly outdated: OutdatedReadingRepository,
    private readonly reader: ArticleReader,
  ) {}

  /** Call it as often as you like, from any process. @returns whether a job was started. */
  async check(now: Date): Promise<boolean> {
    const version = await this.reader.version();
    if ((await this.outdated.count(version)) === 0) return false;
    return this.database.transaction(async () => {
      await this.outdated.lockDecision();
      const title = `Re-read history (catalogue ${version.catalogue}, analysis ${version.analysis})`;
      const [count, jobs] = [await this.outdated.count(version), await this.jobs.list({ limit: 200 })];
      if (!shouldReread(count, title, jobs, now)) return false;
      await this.jobs.start(rereadQueue, {}, { kind: rereadKind, title });
      return true;
    });
  }
}
