import { Inject, Injectable } from '@nestjs/common';
import {
  EgressClient,
  EgressError,
  type JobContext,
  type JobProcessor,
  type PayloadOf,
  Processor,
} from '@timbre/platform';
import { decodeDocument } from '../encoding/decode-document.js';
import { ARTICLE_INTAKE, type ArticleDraft, type ArticleIntake } from '../intake/article-intake.port.js';
import { extractPage } from '../pages/extract-page.js';
import type { ExtractedPage } from '../pages/extracted-page.js';
import { RobotsGate } from '../robots/robots-gate.js';
import { OutletSources } from '../sources/outlet-sources.service.js';
import { SourceRepository } from '../sources/source.repository.js';
import { articleDraft } from './article-draft.js';
import { collectEntriesQueue } from './collect-entries.job.js';
import { SourceEntryRepository, type WaitingEntry } from './source-entry.repository.js';

/** The page's server answered with an error, or its robots.txt closes the page. */
class PageRefusedError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'PageRefusedError';
    this.code = code;
  }
}

/** Tries of one page; afterwards the feed's own words have to do, or the entry counts as failed. */
const MOST_ATTEMPTS = 4;
const MINUTE = 60_000;

@Injectable()
@Processor(collectEntriesQueue)
export class CollectEntriesProcessor implements JobProcessor<typeof collectEntriesQueue> {
  constructor(
    private readonly sources: SourceRepository,
    private readonly entries: SourceEntryRepository,
    private readonly egress: EgressClient,
    private readonly robots: RobotsGate,
    @Inject(ARTICLE_INTAKE) private readonly intake: ArticleIntake,
    private readonly outlets: OutletSources,
  ) {}

  async process({ sourceId, keys }: PayloadOf<typeof collectEntriesQueue>, context: JobContext): Promise<void> {
    const source = await this.sources.byId(sourceId);
    if (!source) return;
    for (const entry of await this.entries.waiting(sourceId, keys)) {
      if (context.signal.aborted) return;
      await this.collect(entry, source.fetchPages && entry.announced.url !== null, context.signal);
    }
  }

  private async collect(entry: WaitingEntry, fetchPage: boolean, signal: AbortSignal): Promise<void> {
    const now = new Date();
    let page: ExtractedPage | null = null;
    try {
      page = fetchPage && entry.announced.url !== null ? await this.page(entry.announced.url, now, signal) : null;
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
    const { outlet } = entry.announced;
    const owner =
      outlet === undefined ? { id: entry.sourceId, enabled: true } : await this.outlets.sourceFor(outlet, entry.sourceId);
    const draft = articleDraft(owner.id, entry.announced, page, now);
    if (!owner.enabled)
      await this.entries.markFailed(
        entry.sourceId,
        entry.key,
        { code: 'entry.outlet_off', message: `The outlet ${outlet ?? ''} is switched off.`, at: now.toISOString() },
        null,
      );
    else if (draft) await this.store(entry, draft);
    else
      await this.entries.markFailed(
        entry.sourceId,
        entry.key,
        { code: 'entry.no_text', message: 'Neither the feed nor the page holds any text.', at: now.toISOString() },
        null,
      );
  }

  private async page(url: string, now: Date, signal: AbortSignal): Promise<ExtractedPage | null> {
    if (!(await this.robots.allows(url, now, signal))) {
      throw new PageRefusedError('robots.disallowed', 'robots.txt of this host closes the page to us.');
    }
    const response = await this.egress.fetch({
      url,
      signal,
      headers: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' },
    });
    if (response.status >= 400)
      throw new PageRefusedError(`http.${response.status}`, `The page answered ${response.status}.`);
    if (!/html|xml|^$/.test(response.contentType ?? '')) return null;
    const { text } = decodeDocument(response.bytes, { kind: 'html', contentType: response.contentType });
    return extractPage(text, { url: response.url, now });
  }

  private async store(entry: WaitingEntry, draft: ArticleDraft): Promise<void> {
    const [outcome] = await this.intake.accept([draft]);
    if (outcome) await this.entries.markCollected(entry.sourceId, entry.key, outcome.id);
  }
}
