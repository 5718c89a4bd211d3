import { Injectable } from '@nestjs/common';
import { DocumentReader } from '../documents/document-reader.js';
import { DocumentTooHeavyError } from '../documents/document-errors.js';
import { PoliteFetcher } from '../fetching/polite-fetcher.js';
import type { ExtractedPage } from '../pages/extracted-page.js';
import { RobotsGate } from '../robots/robots-gate.js';
import { RobotsRefusalError } from '../robots/robots-refusal-error.js';

/** The page's server answered with an error, its robots.txt closes the page, or the page cannot be read. */
export class PageRefusedError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'PageRefusedError';
    this.code = code;
  }
}

/** Pages of announced entries, asked for politely. */
@Injectable()
export class PageFetcher {
  constructor(
    private readonly fetcher: PoliteFetcher,
    private readonly robots: RobotsGate,
    private readonly reader: DocumentReader,
  ) {}

  /**
   * @returns null for what is no page, such as a picture
   * @throws PageRefusedError, EgressError, HostBusyError
   */
  async fetch(url: string, now: Date, signal: AbortSignal): Promise<ExtractedPage | null> {
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
        // Short: a job that waits keeps others from working.
        patienceMs: 2_500,
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
