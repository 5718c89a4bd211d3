import { Injectable } from '@nestjs/common';
import { Database, EventBus } from '@timbre/platform';
import { isDoor } from '../doors/door-of.js';
import { DoorVisitor } from '../doors/door-visitor.service.js';
import { CollectDispatcher } from '../entries/collect-dispatcher.js';
import { distinctEntries } from '../entries/distinct-entries.js';
import { SourceEntryRepository } from '../entries/source-entry.repository.js';
import { HostBusyError } from '../fetching/host-busy-error.js';
import { CollectionGapRepository } from '../health/collection-gap.repository.js';
import type { SourceEntity } from '../sources/source.entity.js';
import { SourceRepository } from '../sources/source.repository.js';
import { isVisited } from '../sources/visited-kinds.js';
import { type DocumentVisit, DocumentVisitor } from './document-visitor.service.js';
import { POLL_LEASE_SECONDS } from './poll-source.job.js';
import { mayPoll, type PollReason } from './may-poll.js';
import { pollOutcome } from './poll-outcome.js';

/** Entries of one visit that are collected at once; the sweep brings the rest, fairly among all sources. */
const MOST_AT_ONCE = 1_000;
/** Sources that a busy host sent away do not come back all together. */
const SPREAD_MS = 30_000;

@Injectable()
export class PollService {
  constructor(
    private readonly database: Database,
    private readonly sources: SourceRepository,
    private readonly entries: SourceEntryRepository,
    private readonly gaps: CollectionGapRepository,
    private readonly documents: DocumentVisitor,
    private readonly doors: DoorVisitor,
    private readonly dispatcher: CollectDispatcher,
    private readonly events: EventBus,
  ) {}

  /** Asks a source what is new, notes how it went, and sends new entries on their way. */
  async poll(sourceId: string, reason: PollReason, signal: AbortSignal): Promise<void> {
    const source = await this.sources.byId(sourceId);
    const now = new Date();
    if (!source || !mayPoll(source, reason, now)) return;
    // Of two jobs for one visit the second finds the attempt moved on. What a person asks for is done all the same.
    const until = new Date(now.getTime() + POLL_LEASE_SECONDS * 1_000);
    if (!(await this.sources.claim(sourceId, source.nextAttempt, until)) && !reason.forced) return;
    try {
      await this.visit(source, now, signal);
    } catch (error) {
      if (!(error instanceof HostBusyError)) throw error;
      // It is not our turn at the host. That is nobody's failure, so nothing but the time is noted.
      const nextAttempt = new Date(now.getTime() + error.waitMs + Math.random() * SPREAD_MS);
      await this.sources.update(sourceId, { nextAttempt });
    }
  }

  private async visit(source: SourceEntity, now: Date, signal: AbortSignal): Promise<void> {
    const seen = await this.ask(source, now, signal);
    if (seen === null) return;
    const waiting: string[] = [];
    let newEntries = 0;
    for (const batch of seen.announced) {
      for (const { key, isNew } of await this.entries.note(source.id, batch, now)) {
        waiting.push(key);
        if (isNew) newEntries += 1;
      }
    }
    const visit = seen.visit.kind === 'read' ? { ...seen.visit, newEntries } : seen.visit;
    const rhythm = await this.entries.entriesPerDay(source.id, now);
    const { changes, gap } = pollOutcome(source, visit, now, Math.random(), rhythm);
    await this.database.transaction(async () => {
      await this.sources.update(source.id, await this.withoutTakenUrl(changes));
      if (gap === 'close') await this.gaps.close(source.id, now);
      else if (gap) await this.gaps.open(source.id, gap.open, gap.cause);
    });
    const first = waiting.slice(0, MOST_AT_ONCE).map((key) => ({ sourceId: source.id, key }));
    await this.dispatcher.dispatch(first, source.fetchPages);
    await this.events.publish('source.changed', { sourceId: source.id });
  }

  private async ask(source: SourceEntity, now: Date, signal: AbortSignal): Promise<DocumentVisit | null> {
    const { kind, url } = source;
    if (!isVisited(kind) || url === null) return null;
    if (!isDoor(kind)) return this.documents.visit(source, { url, kind }, now, signal);
    const { visit, announced } = await this.doors.visit({ ...source, kind }, now, signal);
    return { visit, announced: [distinctEntries(announced)] };
  }

  /** A permanent redirect is not adopted when another source lives there. */
  private async withoutTakenUrl(changes: Partial<SourceEntity>): Promise<Partial<SourceEntity>> {
    if (typeof changes.url !== 'string' || !(await this.sources.byUrl(changes.url))) return changes;
    const { url: _taken, sealedHeaders: _kept, ...rest } = changes;
    return rest;
  }
}
