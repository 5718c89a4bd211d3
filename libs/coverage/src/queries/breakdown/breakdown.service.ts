import { Injectable } from '@nestjs/common';
import type { BreakdownDimension, BreakdownRow, TargetRef } from '@timbre/contracts';
import { Measures } from '../measures/measures.service.js';
import { comparisonRange, type ResolvedFilter } from '../range/resolve-filter.js';
import type { TargetNames } from '../targets/target-names.js';
import { type ComparedMeasures, ninetyDaysBefore, rowsPerSourceOrLanguage, rowsPerTarget } from './breakdown-rows.js';

const mostRows = 300;

/** Splits the coverage of a target by source or language, or all coverage by topic or entity. */
@Injectable()
export class BreakdownService {
  constructor(private readonly measures: Measures) {}

  async breakdown(
    filter: ResolvedFilter,
    names: TargetNames,
    by: BreakdownDimension,
    target: TargetRef | undefined = filter.targets[0],
  ): Promise<BreakdownRow[]> {
    const rows =
      by === 'source' || by === 'language'
        ? await this.ofTarget(filter, target ?? 'all', by)
        : await this.ofTargets(filter, names, by === 'topic' ? names.topics : names.entities);
    return rows.slice(0, mostRows);
  }

  /** Rows per target, pulled towards the target's own 90 days. */
  private async ofTargets(
    filter: ResolvedFilter,
    names: TargetNames,
    targets: readonly TargetRef[],
  ): Promise<BreakdownRow[]> {
    return rowsPerTarget(await this.periods(filter, { targets, by: 'none' }), names.nameOf);
  }

  /** Rows of one target, each pulled towards the target's 90 days over all rows. */
  private async ofTarget(
    filter: ResolvedFilter,
    target: TargetRef,
    by: 'source' | 'language',
  ): Promise<BreakdownRow[]> {
    const [periods, sources] = await Promise.all([
      this.periods(filter, { targets: [target], by }),
      this.measures.sources(),
    ]);
    const sourceNames = new Map(sources.map(({ id, name }) => [id, name]));
    return rowsPerSourceOrLanguage(periods, (key) => (by === 'source' ? (sourceNames.get(key) ?? key) : key));
  }

  private async periods(
    filter: ResolvedFilter,
    { targets, by }: { targets: readonly TargetRef[]; by: 'none' | 'source' | 'language' },
  ): Promise<ComparedMeasures> {
    const before = comparisonRange(filter);
    const [current, previous, prior] = await Promise.all([
      this.measures.of(filter, { targets, by, total: true }),
      before && this.measures.of(filter, { ...before, targets, by, total: true }),
      this.measures.of(filter, { targets, total: true, from: ninetyDaysBefore(filter.to) }),
    ]);
    return { current, previous, prior };
  }
}
