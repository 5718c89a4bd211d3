import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventBus, InjectSettings, QueueService, type Settings } from '@timbre/platform';
import { CurrentAnalysis } from './readings/current-analysis.service.js';
import { RereadTrigger } from './rereading/reread-trigger.service.js';
import { RunningAnalysisRepository } from './rereading/running-analysis.repository.js';
import { retainEveryMs, retainTextsQueue } from './retention/retain-texts.job.js';
import { RollupRepository } from './rollups/rollup.repository.js';
import { sweepQueue } from './sweeping/sweep.job.js';
import { RollupVerifier } from './verification/rollup-verification.service.js';

/** A person who edits ten topics in a row wants one re-reading. */
const settleMs = 1_500;

/** What a worker sets going when it starts. */
@Injectable()
export class CoverageSchedules implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Coverage');
  private unsubscribe: () => void = () => undefined;
  private settling: NodeJS.Timeout | undefined;

  constructor(
    private readonly queues: QueueService,
    private readonly events: EventBus,
    private readonly rereading: RereadTrigger,
    private readonly rollups: RollupRepository,
    private readonly verifier: RollupVerifier,
    private readonly analysis: CurrentAnalysis,
    private readonly running: RunningAnalysisRepository,
    @InjectSettings() private readonly settings: Pick<Settings, 'timeZone'>,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.cutDaysInReportingZone();
    await this.running.record({ ...this.analysis.running, since: new Date() });
    // Upserted on every start, so a changed interval takes effect.
    await this.queues.upsertSchedule(sweepQueue, 'sweep-coverage', { everyMs: 60_000 }, {});
    await this.queues.upsertSchedule(retainTextsQueue, 'retain-texts', { everyMs: retainEveryMs }, {});
    this.unsubscribe = this.events.subscribe((event) => {
      if (event.type === 'catalogue.changed') this.checkSoon();
    });
  }

  onModuleDestroy(): void {
    this.unsubscribe();
    clearTimeout(this.settling);
  }

  /** Day roll-ups are cut in one zone; after a change of the setting they are made anew. */
  private async cutDaysInReportingZone(): Promise<void> {
    const [wanted, present] = [this.settings.timeZone, await this.rollups.zone()];
    if (wanted === present) return;
    this.log.log(`Cutting days in ${wanted} instead of ${present}; roll-ups are made anew.`);
    await this.verifier.rebuild(wanted);
  }

  private checkSoon(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.rereading
        .check(new Date())
        .catch((error: unknown) => this.log.warn(`Re-reading could not be started: ${String(error)}`));
    }, settleMs);
  }
}
