import { Injectable } from '@nestjs/common';
import { DeliveryError } from '@timbre/alerting';
import type { ReportDelivery, ReportDestination } from '@timbre/contracts';
import { destinationKey } from './destination-key.js';
import { DestinationDelivery } from './destination-delivery.service.js';
import { MailRefusedError } from './report-mailer.service.js';
import { ReportRunRepository, type StoredRun } from './report-run.repository.js';
import { ReportScheduleRepository } from './report-schedule.repository.js';
import { RunPreparation } from './run-preparation.service.js';

/** Thrown when some destinations have to be tried again. */
class DeliveryPendingError extends Error {
  constructor(failed: number, reason: string) {
    super(`${failed} deliveries of the report failed and are tried again: ${reason}`);
    this.name = 'DeliveryPendingError';
  }
}

/** Makes a scheduled report as of its moment and brings it to each destination once; a retry goes on where the last try ended. */
@Injectable()
export class ReportSender {
  constructor(
    private readonly schedules: ReportScheduleRepository,
    private readonly runs: ReportRunRepository,
    private readonly preparation: RunPreparation,
    private readonly delivery: DestinationDelivery,
  ) {}

  /** @throws what making or delivering threw, after it is written down, so that the queue tries again. */
  async send(scheduleId: string, at: Date): Promise<void> {
    const schedule = await this.schedules.byId(scheduleId);
    if (schedule === null) return;
    const known = await this.runs.find(scheduleId, at);
    // A run without a hash failed before it was made.
    const run = known === null || known.dataHash === null ? await this.preparation.prepare(schedule, at) : known;
    if (run.outcome === 'sent' || run.outcome === 'skipped') return;
    const settled = await this.runs.settled(run.id);
    const failures: string[] = [];
    let pending = 0;
    for (const destination of distinct(schedule.destinations)) {
      if (settled.has(destinationKey(destination))) continue;
      const { state, error } = await this.bring(run, destination, schedule);
      await this.runs.recordDelivery(run.id, { destination: destinationKey(destination), state, error }, new Date());
      if (error !== null) failures.push(error);
      if (state === 'failed') pending += 1;
    }
    const reason = failures.length === 0 ? null : failures.join('; ').slice(0, 1000);
    await this.runs.conclude(run.id, failures.length === 0 ? 'sent' : 'failed', reason);
    await this.runs.removeOldFiles(scheduleId);
    if (pending > 0) throw new DeliveryPendingError(pending, reason ?? '');
  }

  private async bring(
    run: StoredRun,
    destination: ReportDestination,
    schedule: Parameters<DestinationDelivery['bring']>[2],
  ): Promise<Pick<ReportDelivery, 'state' | 'error'>> {
    if (destination.kind === 'mail' && schedule.unsubscribed.includes(destination.address.toLowerCase())) {
      return { state: 'unsubscribed', error: null };
    }
    try {
      await this.delivery.bring(run, destination, schedule);
      return { state: 'sent', error: null };
    } catch (error) {
      const final = error instanceof MailRefusedError || (error instanceof DeliveryError && error.final);
      const message = (error instanceof Error ? error.message : String(error)).slice(0, 500);
      return { state: final ? 'refused' : 'failed', error: message };
    }
  }
}

/** A destination that is named twice is served once. */
const distinct = (destinations: readonly ReportDestination[]): ReportDestination[] => [
  ...new Map(destinations.map((one) => [destinationKey(one), one])).values(),
];
