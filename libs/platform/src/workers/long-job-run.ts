import { Logger } from '@nestjs/common';
import type { LongJob } from '@timbre/contracts';
import type { LongJobRepository } from '../long-jobs/long-job.repository.js';
import type { LongJobService } from '../long-jobs/long-job.service.js';

/** Least pause between two written reports of progress. */
const reportEveryMs = 500;
/** How often a silent job says that it lives and learns that it is cancelled. */
const heartbeatMs = 2_000;

/** One run of a long job: writes its progress, and aborts `signal` when someone cancels it. */
export class LongJobRun {
  private readonly log = new Logger('LongJobs');
  private readonly cancelled = new AbortController();
  private readonly heartbeat: NodeJS.Timeout;
  private latest: { done: number; total: number | null; message: string | null } | null = null;
  private lastReport = -Infinity;

  constructor(
    private readonly id: string,
    private readonly jobs: LongJobRepository,
    private readonly service: LongJobService,
  ) {
    this.heartbeat = setInterval(() => void this.beat(), heartbeatMs);
  }

  get signal(): AbortSignal {
    return this.cancelled.signal;
  }

  async progress(done: number, total: number | null = null, message: string | null = null): Promise<void> {
    this.latest = { done, total, message };
    if (performance.now() - this.lastReport >= reportEveryMs) await this.writeLatest();
  }

  /** Ends the reporting; call it before the outcome is written. */
  async end(): Promise<void> {
    clearInterval(this.heartbeat);
    await this.writeLatest();
  }

  private async writeLatest(): Promise<void> {
    if (this.latest === null) return;
    const { done, total, message } = this.latest;
    this.latest = null;
    this.lastReport = performance.now();
    const job = await this.jobs.report(this.id, done, total, message, new Date());
    this.heed(job);
    if (job !== null) await this.service.announce(job);
  }

  private async beat(): Promise<void> {
    try {
      if (this.latest !== null) await this.writeLatest();
      else this.heed(await this.jobs.touch(this.id, new Date()));
    } catch (error) {
      this.log.warn(`Progress of job ${this.id} could not be written: ${String(error)}`);
    }
  }

  /** A row that is gone or finished counts as cancelled: nobody waits for the work. */
  private heed(job: LongJob | null): void {
    if (job === null || job.cancelRequested) this.cancelled.abort();
  }
}
