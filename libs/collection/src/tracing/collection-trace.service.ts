import { Injectable } from '@nestjs/common';
import type { TraceStep } from '@timbre/contracts';
import { EgressError } from '@timbre/platform';
import { getDomain } from 'tldts';
import { DocumentTooHeavyError } from '../documents/document-errors.js';
import { DocumentReader } from '../documents/document-reader.js';
import { SourceEntryRepository } from '../entries/source-entry.repository.js';
import { HostBusyError } from '../fetching/host-busy-error.js';
import { PoliteFetcher } from '../fetching/polite-fetcher.js';
import { CollectionGapRepository } from '../health/collection-gap.repository.js';
import type { ExtractedPage } from '../pages/extracted-page.js';
import { RobotsGate } from '../robots/robots-gate.js';
import { RobotsRefusalError } from '../robots/robots-refusal-error.js';
import { SourceService } from '../sources/source.service.js';
import { canonicalUrl, InvalidUrlError } from '../urls/canonical-url.js';
import { addressVariants } from './address-variants.js';
import { announcedSteps } from './announced-steps.js';
import { extractionSteps } from './page-steps.js';
import { sourceSteps } from './source-steps.js';
import { traceStep } from './trace-step.js';

/** Outages are looked for so far back. */
const GAPS_DAYS = 30;
const MOST_SOURCES = 5;
const PATIENCE_MS = 8_000;

/** What collection knows of an address, and what its page holds right now. */
export interface CollectionTrace {
  /** Null where the address is none. */
  canonical: string | null;
  /** As the page's own canonical link would have it. */
  declared: string | null;
  steps: TraceStep[];
  /** Null where it could not be had. */
  page: ExtractedPage | null;
}

/** Follows an address along the way that articles take, up to their text. Stores nothing. */
@Injectable()
export class CollectionTracer {
  constructor(
    private readonly sources: SourceService,
    private readonly entries: SourceEntryRepository,
    private readonly gaps: CollectionGapRepository,
    private readonly robots: RobotsGate,
    private readonly fetcher: PoliteFetcher,
    private readonly reader: DocumentReader,
  ) {}

  async trace(url: string, now: Date, signal: AbortSignal): Promise<CollectionTrace> {
    const canonical = canonicalOf(url);
    if (canonical === null)
      return { canonical, declared: null, page: null, steps: [traceStep('address', 'problem', 'address.invalid')] };
    const address = traceStep('address', 'ok', canonical === url ? 'address.same' : 'address.changed', { canonical });
    const known = await this.known(url, canonical, now);
    const { steps, page } = await this.read(url, now, signal);
    const declared = page?.canonicalLink ? canonicalUrl(url, { canonicalLink: page.canonicalLink }) : null;
    return { canonical, declared, page, steps: [address, ...known, ...steps] };
  }

  private async known(url: string, canonical: string, now: Date): Promise<TraceStep[]> {
    const announced = await this.entries.announcedAt(addressVariants(url, canonical));
    const domain = getDomain(canonical);
    const host = new URL(canonical).hostname;
    const speaking = new Set(announced.map(({ sourceId }) => sourceId));
    const sources = (await this.sources.all(now))
      .filter(
        ({ id, url: address, name }) =>
          speaking.has(id) || name === host.replace(/^www\./, '') || (domain !== null && domainOf(address) === domain),
      )
      .slice(0, MOST_SOURCES);
    const ids = sources.map(({ id }) => id);
    const since = new Date(now.getTime() - GAPS_DAYS * 86_400_000);
    const gaps = ids.length === 0 ? [] : await this.gaps.gapsWithin(since, now, ids);
    return [...sourceSteps(sources, gaps.slice(-MOST_SOURCES), host), ...announcedSteps(announced, sources)];
  }

  private async read(
    url: string,
    now: Date,
    signal: AbortSignal,
  ): Promise<{ steps: TraceStep[]; page: ExtractedPage | null }> {
    const steps: TraceStep[] = [];
    const ended = (step: TraceStep) => ({ steps: [...steps, step], page: null });
    try {
      await this.robots.check(url, now, signal);
      steps.push(traceStep('robots', 'ok', 'robots.open'));
      const response = await this.fetcher.fetch({ url, signal, patienceMs: PATIENCE_MS });
      const { status, bytes, contentType, url: at } = response;
      const facts = { status, type: contentType, bytes: bytes.length, at };
      if (status >= 300) return ended(traceStep('fetch', 'problem', 'fetch.status', facts));
      if (!/html|xml|^$/.test(contentType ?? ''))
        return ended(traceStep('fetch', 'problem', 'fetch.not_a_page', facts));
      steps.push(traceStep('fetch', 'ok', 'fetch.page', facts));
      const page = await this.reader.page({ bytes, contentType, url: at, now }, signal);
      return { steps: [...steps, ...extractionSteps(page)], page };
    } catch (error) {
      if (signal.aborted) throw error;
      if (error instanceof RobotsRefusalError) {
        steps.push(traceStep('robots', 'problem', error.code));
        return ended(traceStep('fetch', 'skipped', 'fetch.not_asked'));
      }
      if (error instanceof HostBusyError) return ended(traceStep('fetch', 'skipped', 'fetch.busy'));
      if (error instanceof EgressError)
        return ended(traceStep('fetch', 'problem', 'fetch.failed', { code: error.code, reason: error.message }));
      if (error instanceof DocumentTooHeavyError)
        return ended(traceStep('extraction', 'problem', 'extraction.too_heavy', { reason: error.message }));
      throw error;
    }
  }
}

function canonicalOf(url: string): string | null {
  try {
    return canonicalUrl(url);
  } catch (error) {
    if (error instanceof InvalidUrlError) return null;
    throw error;
  }
}

const domainOf = (url: string | null): string | null => (url === null ? null : getDomain(url));
