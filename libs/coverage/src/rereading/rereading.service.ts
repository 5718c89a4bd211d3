import { Injectable } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import type { AnalysisState, LongJob, RereadPreviewInput } from '@timbre/contracts';
import { InjectSettings, LongJobService, ProblemError, type Settings } from '@timbre/platform';
import { ScorerLedgerRepository } from '../scoring/ledger/scorer-ledger.repository.js';
import { OutdatedReadingRepository } from './outdated-reading.repository.js';
import { rereadKind, rereadPreviewKind, rereadPreviewQueue, rereadQueue } from './reread.job.js';
import { RunningAnalysisRepository } from './running-analysis.repository.js';

const usageDays = 14;

/** Every article was read by what runs. */
class NothingOutdatedError extends ProblemError {
  constructor() {
    const detail = 'Every article was read by the analysis and the catalogue in use: there is nothing to read again.';
    super({ status: 409, code: 'reread.nothing', detail });
  }
}

/** What of the past another version read, and the jobs that preview and change it. */
@Injectable()
export class Rereading {
  constructor(
    private readonly running: RunningAnalysisRepository,
    private readonly outdated: OutdatedReadingRepository,
    private readonly ledger: ScorerLedgerRepository,
    private readonly catalogues: CatalogueService,
    private readonly jobs: LongJobService,
    @InjectSettings() private readonly settings: Pick<Settings, 'reread'>,
  ) {}

  async state(): Promise<AnalysisState> {
    const [running, { version: catalogue }, usage] = await Promise.all([
      this.running.find(),
      this.catalogues.current(),
      this.ledger.since(usageDays),
    ]);
    const { reread } = this.settings;
    if (running === null) return { running: null, outdated: 0, fallbacks: 0, reread, usage };
    const { version, fallback } = running;
    const analyses = fallback === null ? [version] : [version, fallback];
    return {
      running: { ...running, since: running.since.toISOString() },
      outdated: await this.outdated.count({ analyses, catalogue }),
      fallbacks: fallback === null ? 0 : await this.outdated.countOf(fallback),
      reread,
      usage,
    };
  }

  /** @throws NothingOutdatedError */
  async preview(input: RereadPreviewInput, startedBy: string): Promise<LongJob> {
    const { outdated, fallbacks } = await this.state();
    if (outdated + fallbacks === 0) throw new NothingOutdatedError();
    return this.once(rereadPreviewKind, () =>
      this.jobs.start(rereadPreviewQueue, input, { kind: rereadPreviewKind, title: 'Preview re-reading', startedBy }),
    );
  }

  /** @throws NothingOutdatedError */
  async reread(input: { fallbacks: boolean }, startedBy: string): Promise<LongJob> {
    const { outdated, fallbacks, running } = await this.state();
    if (outdated + (input.fallbacks ? fallbacks : 0) === 0) throw new NothingOutdatedError();
    const title = `Re-read history (analysis ${running?.version ?? ''})`;
    return this.once(rereadKind, () => this.jobs.start(rereadQueue, input, { kind: rereadKind, title, startedBy }));
  }

  /** A second click finds the job of the first. */
  private async once(kind: string, start: () => Promise<LongJob>): Promise<LongJob> {
    const underWay = await this.jobs.list({ unfinishedOnly: true, limit: 200 });
    return underWay.find((job) => job.kind === kind && !job.cancelRequested) ?? start();
  }
}
