import { Injectable } from '@nestjs/common';
import type { BreakdownDimension, BreakdownRow, TargetRef } from '@timbre/contracts';
import { netOf } from '../measures/measure-values.js';
import type { Measure } from '../measures/measure.repository.js';
import { Measures } from '../measures/measures.service.js';
import { comparisonRange, type ResolvedFilter } from '../range/resolve-filter.js';
import type { TargetNames } from '../targets/target-names.js';
import { breakdownRows } from './breakdown-rows.js';

const priorMs = 90 * 86_400_000;
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
    const [current, previous, prior] = await this.periods(filter, { targets, by: 'none' });
    const means = new Map(prior.map((measure) => [measure.target, netOf(measure).value]));
    return breakdownRows({
      current,
      previous,
      keyOf: ({ target }) => target,
      nameOf: names.nameOf,
      priorOf: (key) => means.get(key) ?? null,
    });
  }

  /** Rows of one target, each pulled towards the target's 90 days over all rows. */
  private async ofTarget(
    filter: ResolvedFilter,
    target: TargetRef,
    by: 'source' | 'language',
  ): Promise<BreakdownRow[]> {
    const [[current, previous, prior], sources] = await Promise.all([
      this.periods(filter, { targets: [target], by }),
      this.measures.sources(),
    ]);
    const [whole] = prior;
    const mean = whole === undefined ? null : netOf(whole).value;
    const sourceNames = new Map(sources.map(({ id, name }) => [id, name]));
    return breakdownRows({
      current,
      previous,
      keyOf: ({ key }) => key ?? '',
      nameOf: (key) => (by === 'source' ? (sourceNames.get(key) ?? key) : key),
      priorOf: () => mean,
    });
  }

  private async periods(
    filter: ResolvedFilter,
    { targets, by }: { targets: readonly TargetRef[]; by: 'none' | 'source' | 'language' },
  ): Promise<[Measure[], Measure[] | null, Measure[]]> {
    const previous = comparisonRange(filter);
    return Promise.all([
      this.measures.of(filter, { targets, by, total: true }),
      previous === null ? null : this.measures.of(filter, { ...previous, targets, by, total: true }),
      this.measures.of(filter, { targets, total: true, from: new Date(filter.to.getTime() - priorMs) }),
    ]);
  }
}
