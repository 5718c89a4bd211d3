import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Catalogue } from '@timbre/contracts';
import { EventBus } from '@timbre/platform';
import { CatalogueRepository } from './catalogue.repository.js';

export interface CurrentCatalogue {
  /** Number of the newest edit. */
  version: number;
  catalogue: Catalogue;
}

/** Events may get lost, so the version is asked for at least this often while the catalogue is in use. */
const checkEveryMs = 2_000;

/** The catalogue as it is now. Every reading names the version that it was made with. */
@Injectable()
export class CatalogueService implements OnModuleDestroy {
  private cached: CurrentCatalogue | undefined;
  private checkedAt = Number.NEGATIVE_INFINITY;
  private loading: Promise<CurrentCatalogue> | undefined;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly repository: CatalogueRepository,
    events: EventBus,
  ) {
    this.unsubscribe = events.subscribe((event) => {
      if (event.type === 'catalogue.changed') this.forget();
    });
  }

  /** Cheap to call for each request: the database is asked for the version every two seconds, for the rest on change. */
  current(): Promise<CurrentCatalogue> {
    if (this.cached !== undefined && performance.now() - this.checkedAt < checkEveryMs) {
      return Promise.resolve(this.cached);
    }
    this.loading ??= this.refresh().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  /** Asks the database at the next call, e.g. after an edit by this process. */
  forget(): void {
    this.checkedAt = Number.NEGATIVE_INFINITY;
    this.loading = undefined;
  }

  onModuleDestroy(): void {
    this.unsubscribe();
  }

  private async refresh(): Promise<CurrentCatalogue> {
    const askedAt = performance.now();
    const fresh =
      this.cached !== undefined && (await this.repository.version()) === this.cached.version
        ? this.cached
        : await this.repository.load();
    this.cached = fresh;
    this.checkedAt = askedAt;
    return fresh;
  }
}
