import { Injectable } from '@nestjs/common';
import { articlesPerJob } from '../readings/analyze.job.js';
import { ArticleReader } from '../readings/article-reader.service.js';
import { CurrentAnalysis } from '../readings/current-analysis.service.js';
import { type AcceptedVersions, OutdatedReadingRepository } from './outdated-reading.repository.js';

const beforeAllIds = '00000000-0000-0000-0000-000000000000';
/** Two batches at a time: one computes while the other waits for the database. */
const batches = 2;

interface RereadProgress {
  signal: AbortSignal;
  progress(done: number, total?: number | null, message?: string): Promise<void>;
}

/**
 * Reads again what another version read. What is left to do is a question to the database, so that it can stop at any
 * point and go on later, in another process too.
 */
@Injectable()
export class HistoryRereader {
  constructor(
    private readonly outdated: OutdatedReadingRepository,
    private readonly reader: ArticleReader,
    private readonly analysis: CurrentAnalysis,
  ) {}

  /**
   * @param options.fallbacks whether articles are read again for which the scorer gave no answer
   * @returns how many articles were read.
   */
  async run({ signal, progress }: RereadProgress, options: { fallbacks?: boolean } = {}): Promise<number> {
    const accepted = async (): Promise<AcceptedVersions> => ({
      analyses: this.analysis.accepted(options.fallbacks ?? false),
      catalogue: (await this.analysis.version()).catalogue,
    });
    let done = 0;
    let after = beforeAllIds;
    let versions = await accepted();
    let total = await this.outdated.count(versions);
    await progress(0, total);
    while (!signal.aborted) {
      const now = await accepted();
      if (now.catalogue !== versions.catalogue) {
        // Edited meanwhile: begin again, with what the new version has to read.
        versions = now;
        after = beforeAllIds;
        total = done + (await this.outdated.count(versions));
      }
      const ids = await this.outdated.next(versions, after, batches * articlesPerJob);
      const last = ids.at(-1);
      if (last === undefined) break;
      const parts = [ids.slice(0, articlesPerJob), ids.slice(articlesPerJob)].filter(({ length }) => length > 0);
      const outcomes = await Promise.all(parts.map((part) => this.reader.read(part, undefined, options)));
      done += outcomes.reduce((sum, { read }) => sum + read, 0);
      after = last;
      await progress(done, Math.max(total, done));
    }
    await this.outdated.forgetEmptyVersions();
    return done;
  }
}
