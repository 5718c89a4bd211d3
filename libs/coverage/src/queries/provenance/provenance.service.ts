import { Inject, Injectable } from '@nestjs/common';
import { COLLECTION_GAP_READER, type CollectionGapReader } from '@timbre/collection';
import type { Provenance, TargetRef } from '@timbre/contracts';
import { DateTime } from 'luxon';
import { Measures } from '../measures/measures.service.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';
import { ProvenanceRepository } from './provenance.repository.js';
import { versionBreaks } from './version-breaks.js';

/** Says where the numbers of a view come from: unit, range, sources, versions, and where collection was blind. */
@Injectable()
export class ProvenanceService {
  constructor(
    private readonly repository: ProvenanceRepository,
    private readonly measures: Measures,
    @Inject(COLLECTION_GAP_READER) private readonly gaps: CollectionGapReader,
  ) {}

  /**
   * @param counted - sources of the mentions, where the caller counts by source anyway; asked for here otherwise.
   */
  async of(
    filter: ResolvedFilter,
    targets: readonly TargetRef[] = filter.targets,
    counted?: Promise<readonly string[]>,
  ): Promise<Provenance> {
    const zone = await this.measures.zone();
    const dayOf = (moment: number): string => DateTime.fromMillis(moment, { zone }).toISODate() ?? '';
    const [first, last] = [dayOf(filter.from.getTime()), dayOf(filter.to.getTime() - 1)];
    const sources = await this.measures.sources();
    const asked = filter.sources.length === 0 ? sources.map(({ id }) => id) : filter.sources;
    const [present, versions, gaps] = await Promise.all([
      counted ?? this.repository.sourcesOf(asked, targets, first, last),
      this.repository.versionsWithin(first, last),
      this.gaps.gapsWithin(filter.from, filter.to, filter.sources),
    ]);
    const behind = new Set(present);
    return {
      unit: filter.unit,
      bucket: filter.bucket,
      tz: filter.tz,
      from: filter.from.toISOString(),
      to: filter.to.toISOString(),
      sources: behind.size,
      versions: versions.map(({ version }) => version),
      sample: sources.some(({ id, sample }) => sample && behind.has(id)),
      gaps,
      versionBreaks: versionBreaks(versions, zone),
    };
  }
}
