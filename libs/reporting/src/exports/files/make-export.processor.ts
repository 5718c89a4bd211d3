import { Injectable } from '@nestjs/common';
import { type JobContext, type JobProcessor, type PayloadOf, PermanentJobError, Processor } from '@timbre/platform';
import { ExportService } from '../export.service.js';
import { SheetFullError } from '../formats/xlsx/sheet-xml.js';
import { ExportFiles } from './export-files.service.js';
import { makeExportQueue } from './make-export.job.js';

@Injectable()
@Processor(makeExportQueue)
export class MakeExportProcessor implements JobProcessor<typeof makeExportQueue> {
  constructor(
    private readonly exports: ExportService,
    private readonly files: ExportFiles,
  ) {}

  async process(
    { fileId, kind, format, query, language }: PayloadOf<typeof makeExportQueue>,
    { signal, progress }: JobContext,
  ): Promise<Record<string, unknown>> {
    const now = new Date();
    const { rows } = await this.exports.size(kind, query, now);
    const bytes = await this.exports.bytes({ kind, format, query, language, now }, rows, (done) =>
      progress(done, rows),
    );
    try {
      const size = await this.files.write(fileId, format, bytes, signal);
      const link = this.files.link(fileId, format, now);
      return { rows, bytes: size, fileName: `timbre-${kind}.${format}`, download: link.path, expires: link.expires };
    } catch (error) {
      if (error instanceof SheetFullError) throw new PermanentJobError(error.message);
      throw error;
    }
  }
}
