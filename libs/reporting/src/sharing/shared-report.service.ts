import { Injectable } from '@nestjs/common';
import type { ReportFormat } from '@timbre/contracts';
import { ReportService } from '../reports/report.service.js';
import type { StoredShare } from './share.repository.js';

export interface SharedFile {
  name: string;
  content: Buffer;
}

/** A link that many open at once is drawn once in so many milliseconds. */
const freshMs = 60_000;
const mostKept = 30;

/** Files of shared reports, as of now, each made once a minute at most. */
@Injectable()
export class SharedReports {
  private readonly made = new Map<string, { at: number; file: Promise<SharedFile> }>();

  constructor(private readonly reports: ReportService) {}

  /** @throws NotFoundError, BlockFailedError */
  async file(share: StoredShare, format: ReportFormat, now: Date): Promise<SharedFile> {
    const report = await this.reports.get(share.reportId);
    const version = share.version ?? report.version;
    const key = `${share.reportId}/${version}.${format}`;
    const known = this.made.get(key);
    if (known !== undefined && now.getTime() - known.at < freshMs) return known.file;
    const file = this.make(share, format, now);
    this.made.delete(key);
    this.made.set(key, { at: now.getTime(), file });
    file.catch(() => this.made.delete(key));
    for (const old of [...this.made.keys()].slice(0, Math.max(0, this.made.size - mostKept))) this.made.delete(old);
    return file;
  }

  private async make({ reportId, version }: StoredShare, format: ReportFormat, now: Date): Promise<SharedFile> {
    // A link to one version never shows what was written after it.
    const document =
      version === null ? (await this.reports.get(reportId)).document : await this.reports.version(reportId, version);
    const { files } = await this.reports.make(document, [format], now);
    return { name: document.name, content: files.get(format) ?? Buffer.alloc(0) };
  }
}
