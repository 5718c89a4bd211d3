import { Injectable } from '@nestjs/common';
import { EgressError, type EgressResponse, SecretBox } from '@timbre/platform';
import { DocumentTooHeavyError } from '../documents/document-errors.js';
import { DocumentReader } from '../documents/document-reader.js';
import type { KeyedEntry } from '../entries/announced-entry.js';
import { FeedError } from '../feeds/feed-errors.js';
import { PoliteFetcher } from '../fetching/polite-fetcher.js';
import { RobotsGate } from '../robots/robots-gate.js';
import { RobotsRefusalError } from '../robots/robots-refusal-error.js';
import { requestHeaders } from '../sources/request-headers.js';
import type { SourceEntity, SourceError } from '../sources/source.entity.js';
import type { VisitedKind } from '../sources/visited-kinds.js';
import type { Visit } from './poll-outcome.js';
import { serverPatience } from './server-patience.js';

export interface DocumentVisit {
  visit: Visit;
  /** Distinct entries in batches, in the order of their keys. */
  announced: Iterable<readonly KeyedEntry[]>;
}

/** Asks sources whose answer is a document: feeds, and pages as far as robots.txt lets us. */
@Injectable()
export class DocumentVisitor {
  constructor(
    private readonly fetcher: PoliteFetcher,
    private readonly reader: DocumentReader,
    private readonly robots: RobotsGate,
    private readonly secrets: SecretBox,
  ) {}

  /** @throws what is not the other side's doing, and HostBusyError */
  async visit(
    source: SourceEntity,
    { url, kind }: { url: string; kind: VisitedKind },
    now: Date,
    signal: AbortSignal,
  ): Promise<DocumentVisit> {
    let response: EgressResponse | null = null;
    try {
      if (kind === 'page') await this.robots.check(url, now, signal);
      response = await this.fetcher.fetch({ url, signal, headers: this.headers(source) });
      return await this.read(kind, response, now, signal);
    } catch (error) {
      // Only what the other side did is the source's failure; leaving and faults of ours are not an outage.
      if (signal.aborted || !isTheirs(error)) throw error;
      const notBefore = response && serverPatience({ now, headers: response.headers, status: response.status });
      return nothing({
        kind: 'failed',
        notBefore,
        error: { code: error.code, message: error.message, at: now.toISOString() },
      });
    }
  }

  private async read(
    kind: VisitedKind,
    response: EgressResponse,
    now: Date,
    signal: AbortSignal,
  ): Promise<DocumentVisit> {
    const { status, headers, bytes, contentType, url } = response;
    const notBefore = serverPatience({ now, headers, status });
    const movedTo = permanentTarget(response);
    if (status === 304) return nothing({ kind: 'unchanged', notBefore, movedTo });
    if (status >= 300) return nothing(refused(status, notBefore, now));
    const { batches, patience } = await this.reader.announced(kind, { bytes, contentType, url, now }, signal);
    const visit: Visit = {
      kind: 'read',
      notBefore: patience ? serverPatience({ now, headers, status, ...patience }) : notBefore,
      movedTo,
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
      newEntries: 0,
    };
    return { visit, announced: batches };
  }

  private headers(source: SourceEntity): Record<string, string> {
    return {
      accept:
        'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5',
      ...(source.etag !== null && { 'if-none-match': source.etag }),
      ...(source.lastModified !== null && { 'if-modified-since': source.lastModified }),
      ...requestHeaders(this.secrets, source.sealedHeaders),
    };
  }
}

const nothing = (visit: Visit): DocumentVisit => ({ visit, announced: [] });

/** Where a chain of nothing but permanent redirects leads. */
function permanentTarget({ redirects, url }: EgressResponse): string | null {
  return redirects.length > 0 && redirects.every((redirect) => redirect.permanent) ? url : null;
}

function refused(status: number, notBefore: Date | null, now: Date): Visit {
  const error: SourceError = {
    code: `http.${status}`,
    message: `The server answered ${status}.`,
    at: now.toISOString(),
  };
  return status === 410 ? { kind: 'gone', error } : { kind: 'failed', notBefore, error };
}

type TheirError = EgressError | FeedError | DocumentTooHeavyError | RobotsRefusalError;

/** Whether the failure came from the server or its document. */
const isTheirs = (error: unknown): error is TheirError =>
  error instanceof EgressError ||
  error instanceof FeedError ||
  error instanceof DocumentTooHeavyError ||
  error instanceof RobotsRefusalError;
