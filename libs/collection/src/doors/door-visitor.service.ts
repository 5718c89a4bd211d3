import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EgressError, type EgressResponse, SecretBox } from '@timbre/platform';
import type { KeyedEntry } from '../entries/announced-entry.js';
import { SourceEntryRepository } from '../entries/source-entry.repository.js';
import { PoliteFetcher } from '../fetching/polite-fetcher.js';
import type { Visit } from '../polling/poll-outcome.js';
import { serverPatience } from '../polling/server-patience.js';
import { requestHeaders } from '../sources/request-headers.js';
import type { SourceEntity } from '../sources/source.entity.js';
import { DoorError } from './door-error.js';
import type { DoorRequest } from './door.js';
import { type DoorKind, doorOf } from './door-of.js';
import { type DoorFindings, visitDoor } from './visit-door.js';

type Refusal = Extract<Visit, { kind: 'failed' | 'gone' }>;

/** Asks sources that answer in JSON; how the visit went is told in the same words as for feeds and pages. */
@Injectable()
export class DoorVisitor {
  constructor(
    private readonly fetcher: PoliteFetcher,
    private readonly secrets: SecretBox,
    private readonly entries: SourceEntryRepository,
  ) {}

  /** @throws what is not the other side's doing */
  async visit(
    source: SourceEntity & { kind: DoorKind },
    now: Date,
    signal: AbortSignal,
  ): Promise<{ visit: Visit; announced: KeyedEntry[] }> {
    const findings: DoorFindings = { entries: [], rejected: [], pages: 0, cut: false };
    const notBefore: Date[] = [];
    const ask = async (request: DoorRequest): Promise<Uint8Array> => {
      const response = await this.fetcher.fetch({ url: request.url, signal, headers: this.headers(source) });
      const wait = serverPatience({ now, headers: response.headers, status: response.status });
      if (wait !== null) notBefore.push(wait);
      if (response.status >= 400) throw new StatusError(response);
      return response.bytes;
    };
    const latest = () => notBefore.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);
    try {
      await visitDoor(
        doorOf(source),
        { now, lastSuccess: source.lastSuccess },
        {
          ask,
          pause: (ms) => pause(ms, undefined, { signal }),
          anyNew: (entries) => this.entries.anyUnknown(source.id, entries),
        },
        findings,
      );
    } catch (error) {
      if (signal.aborted || !(error instanceof EgressError || error instanceof DoorError)) throw error;
      return { visit: refusal(error, latest(), now), announced: findings.entries };
    }
    const visit: Visit = {
      kind: 'read',
      notBefore: latest(),
      movedTo: null,
      etag: null,
      lastModified: null,
      newEntries: 0,
    };
    return { visit, announced: findings.entries };
  }

  private headers(source: SourceEntity): Record<string, string> {
    return { accept: 'application/json', ...requestHeaders(this.secrets, source.sealedHeaders) };
  }
}

/** The API answered with an error; its words, where it gave any. */
class StatusError extends DoorError {
  readonly httpStatus: number;
  constructor({ status, bytes }: Pick<EgressResponse, 'status' | 'bytes'>) {
    const words = bytes
      .subarray(0, 2000)
      .toString('utf8')
      .replace(/<[^>]{0,500}>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    super('door.status', `The server answered ${status}${words === '' ? '.' : `: ${words.slice(0, 200)}`}`);
    this.httpStatus = status;
  }
}

function refusal(error: EgressError | DoorError, notBefore: Date | null, now: Date): Refusal {
  const status = error instanceof StatusError ? error.httpStatus : null;
  const told = {
    code: status === null ? error.code : `http.${status}`,
    message: error.message,
    at: now.toISOString(),
  };
  return status === 410 ? { kind: 'gone', error: told } : { kind: 'failed', notBefore, error: told };
}
