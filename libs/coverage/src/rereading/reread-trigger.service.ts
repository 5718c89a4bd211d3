import { Injectable } from '@nestjs/common';
import { Database, InjectSettings, LongJobService, type Settings } from '@timbre/platform';
import { CurrentAnalysis } from '../readings/current-analysis.service.js';
import { OutdatedReadingRepository } from './outdated-reading.repository.js';
import { shouldReread } from './reread-decision.js';
import { rereadKind, rereadQueue } from './reread.job.js';

/**
 * Starts a re-reading when the catalogue is not the one that history was read with: somebody edited it and waits to see
 * the effect. Another version of the analysis moves every series without anybody having asked, and a paid scorer costs:
 * that waits until an administrator has seen what would move, unless the settings say otherwise.
 */
@Injectable()
export class RereadTrigger {
  constructor(
    private readonly database: Database,
    private readonly jobs: LongJobService,
    private readonly outdated: OutdatedReadingRepository,
    private readonly analysis: CurrentAnalysis,
    @InjectSettings() private readonly settings: Pick<Settings, 'reread'>,
  ) {}

  /** Call it as often as you like, from any process. @returns whether a job was started. */
  async check(now: Date): Promise<boolean> {
    const version = await this.analysis.version();
    const count = (): Promise<number> =>
      this.settings.reread === 'always'
        ? this.outdated.count({ analyses: this.analysis.accepted(false), catalogue: version.catalogue })
        : this.outdated.countOfOtherCatalogues(version.catalogue);
    if ((await count()) === 0) return false;
    return this.database.transaction(async () => {
      await this.outdated.lockDecision();
      const title = `Re-read history (catalogue ${version.catalogue}, analysis ${version.analysis})`;
      const [outdated, jobs] = [await count(), await this.jobs.list({ limit: 200 })];
      if (!shouldReread(outdated, title, jobs, now)) return false;
      await this.jobs.start(rereadQueue, { fallbacks: false }, { kind: rereadKind, title });
      return true;
    });
  }
}
