import { Injectable } from '@nestjs/common';
import { EgressError } from '@timbre/platform';
import { DocumentReader } from '../documents/document-reader.js';
import { DocumentTooHeavyError } from '../documents/document-errors.js';
import { HostBusyError } from '../fetching/host-busy-error.js';
import { PoliteFetcher } from '../fetching/polite-fetcher.js';
import type { ExtractedPage } from '../pages/extracted-page.js';
import { RobotsGate } from '../robots/robots-gate.js';
import { RobotsRefusalError } from '../robots/robots-refusal-error.js';
import { wholeArticle } from './whole-article.js';

/** The page's server answered with an error, its robots.txt closes the page, or the page cannot be read. */
export class PageRefusedError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'PageRefusedError';
    this.code = code;
  }
}

/** A job that waits keeps others from working. */
const PATIENCE_MS = 2_500;
/** An article that was begun is read to its end: to come back for it would mean to ask for its first pages again. */
const FOLLOWING_PATIENCE_MS = 20_000;

/** Pages of announced entries, asked for politely. */
@Injectable()
export class PageFetcher {
  constructor(
    private readonly fetcher: PoliteFetcher,
    private readonly robots: RobotsGate,
    private readonly reader: DocumentReader,
  ) {}

  /**
   * An article with all its pages, see `wholeArticle`; pages behind the first that cannot be had are done without.
   *
   * @returns null for what is no page, such as a picture
   * @throws PageRefusedError, EgressError, HostBusyError about the first page
   */
  async fetch(url: string, now: Date, signal: AbortSignal): Promise<ExtractedPage | null> {
    const first = await this.page(url, now, signal, PATIENCE_MS);
    if (first === null) return null;
    return wholeArticle(first, async (next) => {
      try {
        return await this.page(next, now, signal, FOLLOWING_PATIENCE_MS);
      } catch (error) {
        const refused =
          error instanceof PageRefusedError || error instanceof EgressError || error instanceof HostBusyError;
        if (signal.aborted || !refused) throw error;
        return null;
      }
    });
  }

  private async page(url: string, now: Date, signal: AbortSignal, patienceMs: number): Promise<ExtractedPage | null> {
    try {
      await this.robots.check(url, now, signal);
      const {
        status,
        bytes,
        contentType,
        url: at,
      } = await this.fetcher.fetch({
        url,
        signal,
        patienceMs,
        headers: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' },
      });
      if (status >= 300) throw new PageRefusedError(`http.${status}`, `The page answered ${status}.`);
      if (!/html|xml|^$/.test(contentType ?? '')) return null;
      return await this.reader.page({ bytes, contentType, url: at, now }, signal);
    } catch (error) {
      if (error instanceof RobotsRefusalError || error instanceof DocumentTooHeavyError)
        throw new PageRefusedError(error.code, error.message);
      throw error;
    }
  }
}
