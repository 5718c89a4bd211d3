import type { OutletSources } from '../sources/outlet-sources.service.js';
import type { SourceService } from '../sources/source.service.js';
import type { ImportRow } from './import-row.js';

/** The sources of one import's outlets. Lives as long as the run; what may come in is asked anew for each batch. */
export class RunOutlets {
  private readonly known = new Map<string, string>();
  private readonly admitted = new Set<string>();

  constructor(
    private readonly runSource: string,
    private readonly sources: Pick<SourceService, 'admitSource' | 'receiving'>,
    private readonly outletSources: Pick<OutletSources, 'sourceFor'>,
  ) {}

  /** A takedown may come while a long file is read. */
  beginBatch(): void {
    this.admitted.clear();
  }

  /** @throws OutletRefusedError where the outlet was taken down or is switched off */
  async sourceOf({ outlet, crawled }: Pick<ImportRow, 'outlet' | 'crawled'>): Promise<string> {
    if (!outlet) {
      await this.once('', () => this.sources.admitSource(this.runSource));
      return this.runSource;
    }
    // An archive holds many sites: each counts for the source that it already has, where it has one.
    if (crawled !== undefined) return this.outletSources.sourceFor(outlet, this.runSource);
    const known = this.known.get(outlet);
    if (known !== undefined) {
      await this.once(outlet, () => this.sources.admitSource(known));
      return known;
    }
    const id = await this.sources.receiving('file', outlet);
    this.known.set(outlet, id);
    this.admitted.add(outlet);
    return id;
  }

  private async once(outlet: string, admit: () => Promise<void>): Promise<void> {
    if (this.admitted.has(outlet)) return;
    await admit();
    this.admitted.add(outlet);
  }
}
