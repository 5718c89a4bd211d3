import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@timbre/platform';
import { getDomain } from 'tldts';
import { OutletRefusedError } from '../takedown/outlet-refused-error.js';
import { SourceRepository } from './source.repository.js';
import { SourceService } from './source.service.js';

/** Outlets remembered per process. */
const MOST_REMEMBERED = 20_000;

/**
 * The source that an article of an aggregator belongs to: numbers count outlets, and a hundred publishers must not
 * count as one because one search engine found them.
 */
@Injectable()
export class OutletSources {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly sources: SourceRepository,
    private readonly service: SourceService,
  ) {}

  /**
   * A source that the publisher already has, by its domain or its name; else one is made for it.
   * @param outlet name or host name of the publisher
   * @param via the aggregator
   * @throws OutletRefusedError where the outlet was taken down or its source is switched off
   */
  async sourceFor(outlet: string, via: string): Promise<string> {
    await this.service.admit(outlet);
    const remembered = this.known.get(outlet);
    let source = remembered === undefined ? null : await this.sources.byId(remembered);
    source ??= await this.sources.byId(await this.find(outlet, via));
    if (source === null) throw new NotFoundError('outlet', outlet);
    if (!source.enabled) throw new OutletRefusedError(outlet, 'off');
    return source.id;
  }

  private async find(outlet: string, via: string): Promise<string> {
    const id = (await this.existing(outlet)) ?? (await this.service.ofOutlet(outlet, via));
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(outlet, id);
    return id;
  }

  private async existing(outlet: string): Promise<string | null> {
    const domain = getDomain(outlet);
    const owner = (await this.sources.listed()).find(
      ({ kind, url, outlet: publisher }) =>
        publisher.toLowerCase() === outlet.toLowerCase() ||
        (domain !== null && url !== null && (kind === 'feed' || kind === 'page') && getDomain(url) === domain),
    );
    return owner?.id ?? null;
  }
}
