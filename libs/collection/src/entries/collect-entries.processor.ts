import { Inject, Injectable } from '@nestjs/common';
import {
  EgressError,
  type JobContext,
  type JobProcessor,
  type PayloadOf,
  Processor,
  QueueService,
} from '@timbre/platform';
import { HostBusyError } from '../fetching/host-busy-error.js';
import { ARTICLE_INTAKE, type ArticleDraft, type ArticleIntake } from '../intake/article-intake.port.js';
import type { ExtractedPage } from '../pages/extracted-page.js';
import { OutletRefusedError } from '../takedown/outlet-refused-error.js';
import { OutletSources } from '../sources/outlet-sources.service.js';
import { SourceRepository } from '../sources/source.repository.js';
import { articleDraft } from './article-draft.js';
import { collectEntriesQueue } from './collect-entries.job.js';
import { PageFetcher, PageRefusedError } from './page-fetcher.js';
import { COLLECT_LEASE_SECONDS, SourceEntryRepository, type WaitingEntry } from './source-entry.repository.js';

/** Tries of one page; afterwards the feed's own words have to do, or the entry counts as failed. */
const MOST_ATTEMPTS = 4;
const MINUTE = 60_000;
/** Jobs that a busy host sent away do not come back all together. */
const SPREAD_MS = 5_000;

@Injectable()
@Processor(collectEntriesQueue)
export class CollectEntriesProcessor implements JobProcessor<typeof collectEntriesQueue> {
  constructor(
    private readonly sources: SourceRepository,
    private readonly entries: SourceEntryRepository,
    private readonly pages: PageFetcher,
    private readonly queues: QueueService,
    @Inject(ARTICLE_INTAKE) private readonly intake: ArticleIntake,
    private readonly outlets: OutletSources,
  ) {}

  async process({ sourceId, keys }: PayloadOf<typeof collectEntriesQueue>, context: JobContext): Promise<void> {
    const source = await this.sources.byId(sourceId);
    // Entries of a source that is switched off wait until it is on again.
    if (!source?.enabled) return;
    const waiting = await this.entries.waiting(sourceId, keys);
    for (const [index, entry] of waiting.entries()) {
      if (context.signal.aborted) return;
      try {
        await this.collect(entry, source.fetchPages && entry.announced.url !== null, context.signal);
      } catch (error) {
        if (!(error instanceof HostBusyError)) throw error;
        const left = waiting.slice(index).map(({ key }) => key);
        return this.comeBack(sourceId, left, error.waitMs + Math.random() * SPREAD_MS);
      }
    }
  }

  /** It is not our turn at the host: makes room for other sources' entries and goes on later. */
  private async comeBack(sourceId: string, keys: string[], delayMs: number): Promise<void> {
    await this.entries.putOff(sourceId, keys, new Date(Date.now() + delayMs + COLLECT_LEASE_SECONDS * 1_000));
    await this.queues.add(collectEntriesQueue, { sourceId, keys }, { delayMs });
  }

  private async collect(entry: WaitingEntry, fetchPage: boolean, signal: AbortSignal): Promise<void> {
    const now = new Date();
    let page: ExtractedPage | null = null;
    try {
      page =
        fetchPage && entry.announced.url !== null ? await this.pages.fetch(entry.announced.url, now, signal) : null;
    } catch (error) {
      // Leaving is not the page's fault: the entry waits for the next worker.
      if (signal.aborted || !(error instanceof EgressError || error instanceof PageRefusedError)) throw error;
      const last = entry.attempts + 1 >= MOST_ATTEMPTS;
      if (!last || entry.announced.text === '') {
        const retryAt = last ? null : new Date(now.getTime() + MINUTE * 4 ** (entry.attempts + 1));
        await this.entries.markFailed(
          entry.sourceId,
          entry.key,
          { code: error.code, message: error.message, at: now.toISOString() },
          retryAt,
        );
        return;
      }
    }
    try {
      const owner = await this.owner(entry);
      const draft = owner === null ? null : articleDraft(owner, entry.announced, page, now);
      if (draft) await this.store(entry, draft);
      else if (owner !== null)
        await this.giveUp(entry, 'entry.no_text', 'Neither the feed nor the page holds any text.', now);
    } catch (error) {
      if (!(error instanceof OutletRefusedError)) throw error;
      await this.giveUp(entry, error.code, error.message, now);
    }
  }

  /** The source that the article counts for; null where the entry's own was switched off while its page was fetched. */
  private async owner({ sourceId, announced }: WaitingEntry): Promise<string | null> {
    const source = await this.sources.byId(sourceId);
    if (!source?.enabled) return null;
    return announced.outlet === undefined ? sourceId : this.outlets.sourceFor(announced.outlet, sourceId);
  }

  private giveUp({ sourceId, key }: WaitingEntry, code: string, message: string, now: Date): Promise<void> {
    return this.entries.markFailed(sourceId, key, { code, message, at: now.toISOString() }, null);
  }

  private async store(entry: WaitingEntry, draft: ArticleDraft): Promise<void> {
    const [outcome] = await this.intake.accept([draft]);
    if (outcome) await this.entries.markCollected(entry.sourceId, entry.key, outcome.id);
  }
}
