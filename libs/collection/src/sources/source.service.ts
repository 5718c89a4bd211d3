import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Source, SourceInput } from '@timbre/contracts';
import { Database, EventBus, NotFoundError, QueueService, SecretBox } from '@timbre/platform';
import { SourceExistsError, SourceNotVisitedError } from '../collection-errors.js';
import { SourceEntryRepository } from '../entries/source-entry.repository.js';
import { ARTICLE_COUNTS, type ArticleCounts } from '../intake/article-counts.port.js';
import { ARTICLE_INTAKE, type ArticleIntake } from '../intake/article-intake.port.js';
import { pollSourceQueue } from '../polling/poll-source.job.js';
import { isDoor, sourceAddress } from '../doors/door-of.js';
import { checkMapping } from '../doors/check-mapping.js';
import { OutletRefusedError } from '../takedown/outlet-refused-error.js';
import { TakedownRepository } from '../takedown/takedown.repository.js';
import { changesOrigin } from './changes-origin.js';
import { checkedOptions } from './checked-options.js';
import { presentSource } from './present-source.js';
import { HEADERS_PURPOSE } from './request-headers.js';
import type { SourceEntity } from './source.entity.js';
import { SourceRepository } from './source.repository.js';
import { isVisited } from './visited-kinds.js';

@Injectable()
export class SourceService {
  constructor(
    private readonly database: Database,
    private readonly sources: SourceRepository,
    private readonly entries: SourceEntryRepository,
    private readonly events: EventBus,
    private readonly queues: QueueService,
    private readonly secrets: SecretBox,
    @Inject(ARTICLE_INTAKE) private readonly intake: ArticleIntake,
    @Inject(ARTICLE_COUNTS) private readonly counts: ArticleCounts,
    private readonly takedowns: TakedownRepository,
  ) {}

  async all(now = new Date()): Promise<Source[]> {
    const [rows, rhythms, counts] = await Promise.all([
      this.sources.listed(),
      this.entries.rhythms(now),
      this.counts.bySource(),
    ]);
    const bySource = new Map(rhythms.map((rhythm) => [rhythm.sourceId, rhythm]));
    return rows.map((row) => presentSource(row, bySource.get(row.id), counts.get(row.id) ?? 0, now));
  }

  async one(id: string): Promise<Source> {
    const found = (await this.all()).find((source) => source.id === id);
    if (!found) throw new NotFoundError('source', id);
    return found;
  }

  /** Adds a source; one that is visited is visited at once. */
  async add(input: SourceInput, options: { id?: string; sample?: boolean; now?: Date } = {}): Promise<Source> {
    const now = options.now ?? new Date();
    const row = this.rowOf(input, options.id ?? randomUUID(), options.sample ?? false, now);
    checkMapping(row);
    if (row.enabled && !row.sample) await this.admit(row.outlet);
    const existing = row.url === null ? null : await this.sources.byUrl(row.url);
    if (existing) throw new SourceExistsError(existing.name);
    await this.sources.insert(row);
    await this.events.publish('source.changed', { sourceId: row.id });
    if (row.enabled && isVisited(row.kind)) await this.queues.add(pollSourceQueue, { sourceId: row.id });
    return presentSource(row, undefined, 0, now);
  }

  async change(id: string, patch: Partial<SourceInput>): Promise<Source> {
    const row = await this.existing(id);
    if (patch.enabled ?? row.enabled) await this.admit(patch.outlet ?? row.outlet);
    const { interval, headers, options, url: givenUrl, ...rest } = patch;
    const settings = options === undefined ? row.options : checkedOptions(row.kind, options);
    const url = sourceAddress(row.kind, givenUrl ?? row.url ?? undefined, settings);
    if (options !== undefined) checkMapping({ kind: row.kind, url, options: settings });
    const moved = url !== row.url;
    if (moved && url !== null) {
      const other = await this.sources.byUrl(url);
      if (other) throw new SourceExistsError(other.name);
    }
    await this.sources.update(id, {
      ...rest,
      url,
      options: settings,
      ...(interval !== undefined && { intervalSeconds: interval }),
      ...(headers !== undefined && { sealedHeaders: this.seal(headers) }),
      // What one site was entrusted with is not sent to another.
      ...(headers === undefined && moved && changesOrigin(row.url, url ?? undefined) && { sealedHeaders: null }),
      // A new address starts with a clean sheet; a source that is switched on again is asked at once.
      ...(moved && { etag: null, lastModified: null, failures: 0, lastError: null, retiredAt: null }),
      // Another question has another past: it looks back as far as a first one.
      ...(moved && isDoor(row.kind) && { lastSuccess: null }),
      ...((moved || patch.enabled === true) && { nextAttempt: null }),
    });
    await this.events.publish('source.changed', { sourceId: id });
    return this.one(id);
  }

  /** Removes a source; with `articles`, everything that came from it as well. */
  async remove(id: string, articles: boolean): Promise<void> {
    await this.existing(id);
    if (articles) await this.intake.removeSources([id]);
    const left = (await this.counts.bySource()).get(id) ?? 0;
    await this.database.transaction(async () => {
      if (left > 0) await this.sources.update(id, { removedAt: new Date(), enabled: false });
      else await this.sources.delete(id);
    });
    await this.events.publish('source.changed', { sourceId: id });
  }

  async pollNow(id: string): Promise<void> {
    const row = await this.existing(id);
    if (!isVisited(row.kind)) throw new SourceNotVisitedError();
    await this.queues.add(pollSourceQueue, { sourceId: id, forced: true });
  }

  /**
   * The source of a kind that receives, by name; made on first use.
   * @throws OutletRefusedError where its outlet was taken down or the source is switched off
   */
  async receiving(kind: 'push' | 'file', name: string): Promise<string> {
    const known = (await this.sources.listed()).find((source) => source.kind === kind && source.name === name);
    await this.admit(known?.outlet ?? name);
    if (known?.enabled === false) throw new OutletRefusedError(name, 'off');
    return known?.id ?? (await this.add({ name, kind, reach: 1, fetchPages: false, enabled: true })).id;
  }

  /** @throws OutletRefusedError for an outlet that was taken down, by whatever door its articles come */
  async admit(outlet: string): Promise<void> {
    if (await this.takedowns.isTakenDown(outlet)) throw new OutletRefusedError(outlet, 'taken_down');
  }

  /** @throws OutletRefusedError for a source that is switched off, or whose outlet was taken down */
  async admitSource(id: string): Promise<void> {
    const row = await this.sources.byId(id);
    if (row === null) return;
    await this.admit(row.outlet);
    if (!row.enabled) throw new OutletRefusedError(row.name, 'off');
  }

  /** The source of a publisher that an aggregator found; the first process to need it makes it. */
  async ofOutlet(outlet: string, via: string): Promise<string> {
    const id = `outlet-${createHash('sha256').update(outlet.toLowerCase()).digest('base64url').slice(0, 32)}`;
    const input = { name: outlet, kind: 'push', reach: 1, fetchPages: false, enabled: true, options: { via } } as const;
    await this.sources.insertOrRevive(this.rowOf(input, id, false, new Date()));
    await this.events.publish('source.changed', { sourceId: id });
    return id;
  }

  private async existing(id: string): Promise<SourceEntity> {
    const row = await this.sources.byId(id);
    if (!row) throw new NotFoundError('source', id);
    return row;
  }

  private seal(headers: Record<string, string>): string | null {
    return Object.keys(headers).length === 0 ? null : this.secrets.seal(HEADERS_PURPOSE, JSON.stringify(headers));
  }

  private rowOf(input: SourceInput, id: string, sample: boolean, now: Date): SourceEntity {
    const options = checkedOptions(input.kind, input.options ?? {});
    return {
      id,
      name: input.name,
      kind: input.kind,
      url: sourceAddress(input.kind, input.url, options),
      outlet: input.outlet ?? input.name,
      language: input.language ?? null,
      reach: input.reach,
      fetchPages: input.fetchPages,
      enabled: input.enabled,
      sample,
      intervalSeconds: input.interval ?? null,
      sealedHeaders: input.headers === undefined ? null : this.seal(input.headers),
      options,
      createdAt: now,
      removedAt: null,
      retiredAt: null,
      etag: null,
      lastModified: null,
      lastAttempt: null,
      lastSuccess: null,
      lastNewEntry: null,
      nextAttempt: null,
      failures: 0,
      lastError: null,
      webhookGeneration: 1,
      family: input.family ?? null,
      retentionDays: input.retentionDays ?? null,
    };
  }
}
