import { Injectable } from '@nestjs/common';
import { articlesPerJob } from '../readings/analyze.job.js';
import { ArticleReader } from '../readings/article-reader.service.js';
import { OutdatedReadingRepository } from './outdated-reading.repository.js';

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
  ) {}

  /** @returns how many articles were read. */
  async run({ signal, progress }: RereadProgress): Promise<number> {
    let done = 0;
    let after = beforeAllIds;
    let version = await this.reader.version();
    let total = await this.outdated.count(version);
    await progress(0, total);
    while (!signal.aborted) {
      const now = await this.reader.version();
      if (now.catalogue !== version.catalogue) {
        // Edited meanwhile: begin again, with what the new version has to read.
        version = now;
        after = beforeAllIds;
        total = done + (await this.outdated.count(version));
      }
      const ids = await this.outdated.next(version, after, batches * articlesPerJob);
      const last = ids.at(-1);
      if (last === undefined) break;
      const parts = [ids.slice(0, articlesPerJob), ids.slice(articlesPerJob)].filter(({ length }) => length > 0);
      const outcomes = await Promise.all(parts.map((part) => this.reader.read(part)));
      done += outcomes.reduce((sum, { read }) => sum + read, 0);
      after = last;
      await progress(done, Math.max(total, done));
    }
    await this.outdated.forgetEmptyVersions();
    return done;
  }
}
