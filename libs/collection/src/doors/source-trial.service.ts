import { Injectable } from '@nestjs/common';
import { type SourcePreview, type SourceTrial, webhookOptions } from '@timbre/contracts';
import { EgressClient, InvalidInputError, ProblemError, SecretBox } from '@timbre/platform';
import type { KeyedEntry } from '../entries/announced-entry.js';
import { FeedError } from '../feeds/feed-errors.js';
import { announcedBy } from '../polling/announced-by.js';
import { changesOrigin } from '../sources/changes-origin.js';
import { checkedOptions } from '../sources/checked-options.js';
import { requestHeaders } from '../sources/request-headers.js';
import { SourceRepository } from '../sources/source.repository.js';
import { DoorError } from './door-error.js';
import { type Door } from './door.js';
import { doorOf, isDoor, sourceAddress } from './door-of.js';
import { itemMapper } from './map-json-items.js';
import { presentTrial } from './present-trial.js';
import { visitDoor } from './visit-door.js';

class TrialUnreadableError extends ProblemError {
  constructor(error: FeedError) {
    super({ status: 422, code: error.code, detail: error.message });
  }
}

/** Tries a source out before it is added: asks once, stores nothing, shows the first entries or the cause. */
@Injectable()
export class SourceTrialService {
  constructor(
    private readonly egress: EgressClient,
    private readonly sources: SourceRepository,
    private readonly secrets: SecretBox,
  ) {}

  async run(trial: SourceTrial, now: Date): Promise<SourcePreview> {
    const options = checkedOptions(trial.kind, trial.options ?? {});
    const url = sourceAddress(trial.kind, trial.url, options);
    if (trial.kind === 'webhook') {
      const found = itemMapper(webhookOptions.parse(options).mapping)(trial.sample, { url: null, now });
      return presentTrial(found.entries, found.rejected);
    }
    if (url === null) throw new InvalidInputError([{ path: 'url', message: 'give the address that is to be tried' }]);
    const headers = await this.headers(trial, url);
    if (isDoor(trial.kind)) {
      const door = singlePage(doorOf({ kind: trial.kind, url, options }));
      const { entries, rejected } = await visitDoor(
        door,
        { now, lastSuccess: null },
        {
          ask: async ({ url: asked }) => (await this.ask(asked, { accept: 'application/json', ...headers })).bytes,
          pause: () => Promise.resolve(),
          anyNew: () => Promise.resolve(false),
        },
      );
      return presentTrial(entries, rejected);
    }
    if (trial.kind !== 'feed' && trial.kind !== 'page')
      throw new InvalidInputError([
        { path: 'kind', message: 'this kind of source is not asked; it waits to be given' },
      ]);
    return presentTrial(this.read(trial.kind, await this.ask(url, headers), now), []);
  }

  private read(kind: 'feed' | 'page', response: Parameters<typeof announcedBy>[1], now: Date): KeyedEntry[] {
    try {
      return announcedBy(kind, response, now).entries;
    } catch (error) {
      if (error instanceof FeedError) throw new TrialUnreadableError(error);
      throw error;
    }
  }

  private async ask(url: string, headers: Record<string, string>) {
    const response = await this.egress.fetch({ url, headers });
    if (response.status >= 400) throw new DoorError('door.status', `The server answered ${response.status}.`);
    return response;
  }

  /** Stored headers of a source are sent only where they were meant to go. */
  private async headers(trial: SourceTrial, url: string): Promise<Record<string, string>> {
    if (trial.headers !== undefined || trial.sourceId === undefined) return trial.headers ?? {};
    const source = await this.sources.byId(trial.sourceId);
    if (source === null || changesOrigin(source.url, url)) return {};
    return requestHeaders(this.secrets, source.sealedHeaders);
  }
}

const singlePage = (door: Door): Door => ({ ...door, maxPages: 1 });
