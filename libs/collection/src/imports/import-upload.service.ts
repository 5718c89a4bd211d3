import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { LongJob } from '@timbre/contracts';
import { InjectSettings, LongJobService, ProblemError, type Settings } from '@timbre/platform';
import { SourceService } from '../sources/source.service.js';
import { importArticlesQueue } from './import-articles.job.js';
import { importFormat } from './import-format.js';
import { ImportRunRepository } from './import-run.repository.js';

class UploadTooLargeError extends ProblemError {
  constructor(limit: number) {
    super({
      status: 413,
      code: 'import.too_large',
      detail: `The file is larger than ${limit} bytes. Split it, or raise TIMBRE_UPLOAD_LIMIT.`,
    });
  }
}

@Injectable()
export class ImportUploadService {
  constructor(
    private readonly runs: ImportRunRepository,
    private readonly sources: SourceService,
    private readonly jobs: LongJobService,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Keeps the upload in the data folder and starts its import. */
  async begin(body: Readable, givenName: string, startedBy: string): Promise<LongJob> {
    const fileName = basename(givenName).slice(0, 200);
    const format = importFormat(fileName);
    const id = randomUUID();
    const file = join(this.settings.dataFolder, 'uploads', `${id}.${format}`);
    await this.keep(body, file);
    const sourceId = await this.sources.receiving('file', fileName);
    await this.runs.insert(
      { id, sourceId, file, fileName, format, lines: 0, accepted: 0, duplicates: 0, rejected: 0 },
      new Date(),
    );
    return this.jobs.start(importArticlesQueue, { importId: id }, { kind: 'import', title: fileName, startedBy });
  }

  private async keep(body: Readable, file: string): Promise<void> {
    const limit = this.settings.uploadLimitBytes;
    await mkdir(join(this.settings.dataFolder, 'uploads'), { recursive: true });
    const limited = async function* (chunks: AsyncIterable<Buffer>) {
      let bytes = 0;
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > limit) throw new UploadTooLargeError(limit);
        yield chunk;
      }
    };
    try {
      await pipeline(body, limited, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
  }
}
