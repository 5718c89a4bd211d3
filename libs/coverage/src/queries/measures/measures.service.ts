import { Inject, Injectable } from '@nestjs/common';
import { SOURCE_DIRECTORY, type SourceDirectory, type SourceFacts } from '@timbre/collection';
import { RollupRepository } from '../../rollups/rollup.repository.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';
import type { MeasureDimension } from './measure-sql.js';
import { type Measure, MeasureRepository } from './measure.repository.js';

/** What differs between the questions that one view asks of one filter. */
interface MeasureVariation {
  targets?: readonly string[];
  from?: Date;
  to?: Date;
  /** One total per target instead of a series. */
  total?: boolean;
  by?: MeasureDimension;
}

const directoryMs = 5_000;

/** Asks the roll-ups on behalf of a filter. */
@Injectable()
export class Measures {
  private zoneAsked: Promise<string> | undefined;
  private directory: { at: number; sources: Promise<readonly SourceFacts[]> } | undefined;

  constructor(
    private readonly repository: MeasureRepository,
    private readonly rollups: RollupRepository,
    @Inject(SOURCE_DIRECTORY) private readonly sourceDirectory: SourceDirectory,
  ) {}

  async of(filter: ResolvedFilter, variation: MeasureVariation = {}): Promise<Measure[]> {
    const [zone, sources] = await Promise.all([this.zone(), this.sources()]);
    const unusual = filter.weighting === 'decayed' ? sources.filter(({ reach }) => reach !== 1) : [];
    return this.repository.measure(
      {
        ...filter,
        targets: variation.targets ?? filter.targets,
        from: variation.from ?? filter.from,
        to: variation.to ?? filter.to,
        bucket: variation.total === true ? null : filter.bucket,
        by: variation.by ?? 'none',
      },
      zone,
      { sourceIds: unusual.map(({ id }) => id), reach: unusual.map(({ reach }) => reach) },
    );
  }

  /** The reporting zone. Questions that are asked in one go share the answer; it is not kept, because it can change. */
  zone(): Promise<string> {
    this.zoneAsked ??= this.rollups.zone().finally(() => (this.zoneAsked = undefined));
    return this.zoneAsked;
  }

  /** All sources; asked for at most every five seconds. */
  sources(): Promise<readonly SourceFacts[]> {
    const now = performance.now();
    if (this.directory === undefined || now - this.directory.at > directoryMs) {
      const sources = this.sourceDirectory.all();
      sources.catch(() => (this.directory = undefined));
      this.directory = { at: now, sources };
    }
    return this.directory.sources;
  }
}
