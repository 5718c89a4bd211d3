import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@timbre/platform';
import { ReportService } from '../reports/report.service.js';
import { ReportLinks } from '../reports/schedules/report-links.service.js';
import { ReportRunRepository } from '../reports/schedules/report-run.repository.js';
import type { RunFeed } from './run-feed.js';
import type { StoredShare } from './share.repository.js';

const mostItems = 30;

/** What of a report was sent, for readers of a shared link. */
@Injectable()
export class RunFeeds {
  constructor(
    private readonly runs: ReportRunRepository,
    private readonly reports: ReportService,
    private readonly links: ReportLinks,
  ) {}

  /** @throws NotFoundError where the link has no feed. */
  async of(share: StoredShare, path: string, self: string, now: Date): Promise<RunFeed> {
    if (!share.feed) throw new NotFoundError('feed', 'of this link');
    const { document } = await this.reports.get(share.reportId);
    const name =
      share.version === null ? document.name : (await this.reports.version(share.reportId, share.version)).name;
    const runs = await this.runs.sentOf(share.reportId, share.version, mostItems);
    return {
      title: name,
      home: this.links.absolute(path),
      self: this.links.absolute(self),
      items: runs.map((run) => ({
        id: run.id,
        title: `${run.title ?? name} · ${run.at.toISOString().slice(0, 10)}`,
        summary: run.summary ?? '',
        at: run.at,
        files: run.files
          .filter(({ format }) => format !== 'md')
          .map((file) => ({ ...file, url: this.links.runFile(run.id, file.locale, file.format, now) })),
      })),
    };
  }
}
