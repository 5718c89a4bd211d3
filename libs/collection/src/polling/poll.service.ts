import { Injectable } from '@nestjs/common';
import {
  Database,
  EgressClient,
  EgressError,
  type EgressResponse,
  EventBus,
  QueueService,
  SecretBox,
} from '@timbre/platform';
import { DoorVisitor } from '../doors/door-visitor.service.js';
import { isDoor } from '../doors/door-of.js';
import type { KeyedEntry } from '../entries/announced-entry.js';
import { collectEntriesQueue } from '../entries/collect-entries.job.js';
import { collectJobs } from '../entries/collect-jobs.js';
import { SourceEntryRepository } from '../entries/source-entry.repository.js';
import { CollectionGapRepository } from '../health/collection-gap.repository.js';
import { FeedError } from '../feeds/feed-errors.js';
import { RobotsGate } from '../robots/robots-gate.js';
import { requestHeaders } from '../sources/request-headers.js';
import type { SourceEntity } from '../sources/source.entity.js';
import { SourceRepository } from '../sources/source.repository.js';
import { isVisited, type VisitedKind } from '../sources/visited-kinds.js';
import { announcedBy } from './announced-by.js';
import { pollOutcome, type Visit } from './poll-outcome.js';
import { serverPatience } from './server-patience.js';

@Injectable()
export class PollService {
  constructor(
    private readonly database: Database,
    private readonly sources: SourceRepository,
    private readonly entries: SourceEntryRepository,
    private readonly gaps: CollectionGapRepository,
    private readonly egress: EgressClient,
    private readonly robots: RobotsGate,
    private readonly queues: QueueService,
    private readonly events: EventBus,
    private readonly secrets: SecretBox,
    private readonly doors: DoorVisitor,
  ) {}

  /** Asks a source what is new, notes how it went, and sends new entries on their way. */
  async poll(sourceId: string, signal: AbortSignal): Promise<void> {
    const source = await this.sources.byId(sourceId);
    if (!source?.url || !source.enabled || !isVisited(source.kind)) return;
    const now = new Date();
    const { kind, url } = source;
    const { visit: seen, announced } = isDoor(kind)
      ? await this.doors.visit({ ...source, kind }, now, signal)
      : await this.visit(source, { url, kind }, now, signal);
    const waiting = await this.entries.announce(sourceId, announced, now);
    const visit = seen.kind === 'read' ? { ...seen, newEntries: waiting.length } : seen;
    const rhythm = (await this.entries.rhythms(now)).find((row) => row.sourceId === sourceId);
    const { changes, gap } = pollOutcome(source, visit, now, Math.random(), rhythm?.entriesPerDay ?? null);
    await this.database.transaction(async () => {
      await this.sources.update(sourceId, await this.withoutTakenUrl(changes));
      if (gap === 'close') await this.gaps.close(sourceId, now);
      else if (gap) await this.gaps.open(sourceId, gap.open, gap.cause);
    });
    await this.queues.addBulk(collectEntriesQueue, collectJobs(waiting.map((key) => ({ sourceId, key }))));
    await this.events.publish('source.changed', { sourceId });
  }

  private async visit(
    source: SourceEntity,
    { url, kind }: { url: string; kind: VisitedKind },
    now: Date,
    signal: AbortSignal,
  ): Promise<{ visit: Visit; announced: KeyedEntry[] }> {
    try {
      if (kind === 'page' && !(await this.robots.allows(url, now, signal))) {
        return { visit: { kind: 'failed', notBefore: null, error: closedByRobots(now) }, announced: [] };
      }
      const response = await this.egress.fetch({ url, signal, headers: this.requestHeaders(source) });
      const notBefore = serverPatience({ now, headers: response.headers, status: response.status });
      const movedTo = permanentTarget(response);
      if (response.status === 304) return { visit: { kind: 'unchanged', notBefore, movedTo }, announced: [] };
      if (response.status >= 400) return { visit: refused(response.status, notBefore, now), announced: [] };
      const { entries, patience } = announcedBy(kind, response, now);
      const visit: Visit = {
        kind: 'read',
        notBefore: patience
          ? serverPatience({ now, headers: response.headers, status: response.status, ...patience })
          : notBefore,
        movedTo,
        etag: response.headers.etag ?? null,
        lastModified: response.headers['last-modified'] ?? null,
        newEntries: 0,
      };
      return { visit, announced: entries };
    } catch (error) {
      // Only what the other side did is the source's failure; leaving and faults of ours are not an outage.
      if (signal.aborted || !isTheirs(error)) throw error;
      return { visit: { kind: 'failed', notBefore: null, error: describe(error, now) }, announced: [] };
    }
  }

  private requestHeaders(source: SourceEntity): Record<string, string> {
    return {
      accept:
        'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5',
      ...(source.etag !== null && { 'if-none-match': source.etag }),
      ...(source.lastModified !== null && { 'if-modified-since': source.lastModified }),
      ...requestHeaders(this.secrets, source.sealedHeaders),
    };
  }

  /** A permanent redirect is not adopted when another source lives there. */
  private async withoutTakenUrl(changes: Partial<SourceEntity>): Promise<Partial<SourceEntity>> {
    if (typeof changes.url !== 'string' || !(await this.sources.byUrl(changes.url))) return changes;
    const { url: _taken, ...rest } = changes;
    return rest;
  }
}

/** Where a chain of nothing but permanent redirects leads. */
function permanentTarget(response: EgressResponse): string | null {
  const { redirects } = response;
  return redirects.length > 0 && response.status < 400 && redirects.every((redirect) => redirect.permanent)
    ? response.url
    : null;
}

function refused(status: number, notBefore: Date | null, now: Date): Visit {
  const error = { code: `http.${status}`, message: `The server answered ${status}.`, at: now.toISOString() };
  return status === 410 ? { kind: 'gone', error } : { kind: 'failed', notBefore, error };
}

function describe(error: unknown, now: Date): { code: string; message: string; at: string } {
  const code =
    error instanceof EgressError || (error instanceof Error && 'code' in error && typeof error.code === 'string')
      ? String(error.code)
      : 'feed.unreadable';
  return {
    code,
    message: error instanceof Error ? error.message : 'The answer could not be read.',
    at: now.toISOString(),
  };
}

/** Whether the failure came from the server or its document. */
function isTheirs(error: unknown): boolean {
  return error instanceof EgressError || error instanceof FeedError;
}

function closedByRobots(now: Date): { code: string; message: string; at: string } {
  return {
    code: 'robots.disallowed',
    message: 'robots.txt of this host closes the page to us.',
    at: now.toISOString(),
  };
}
