import { Injectable } from '@nestjs/common';
import type { CoverageSeries, PeriodTotals, TargetRef, Totals } from '@timbre/contracts';
import { byTarget } from '../measures/measure-values.js';
import { Measures } from '../measures/measures.service.js';
import { seriesBuckets } from '../range/buckets.js';
import { comparisonRange, type ResolvedFilter } from '../range/resolve-filter.js';
import type { TargetNames } from '../targets/target-names.js';
import { coverageSeriesOf } from './coverage-series-of.js';
import { periodTotalsOf } from './totals-of.js';

/** Targets over time, and their totals against the period before. */
@Injectable()
export class SeriesService {
  constructor(private readonly measures: Measures) {}

  /** One series per target, in the order asked for. */
  async series(
    filter: ResolvedFilter,
    names: TargetNames,
    targets: readonly TargetRef[] = filter.targets,
  ): Promise<CoverageSeries[]> {
    const measures = byTarget(await this.measures.of(filter, { targets }));
    const buckets = seriesBuckets(filter.from, filter.to, filter.bucket, filter.tz);
    return targets.map((target) => coverageSeriesOf(target, names.nameOf(target), buckets, measures.get(target) ?? []));
  }

  /** One target's series per language; `name` is the language tag. */
  async seriesByLanguage(filter: ResolvedFilter, target: TargetRef): Promise<CoverageSeries[]> {
    const measures = await this.measures.of(filter, { targets: [target], by: 'language' });
    const buckets = seriesBuckets(filter.from, filter.to, filter.bucket, filter.tz);
    const sizes = new Map<string, number>();
    for (const { key, n } of measures) sizes.set(key ?? '', (sizes.get(key ?? '') ?? 0) + n);
    return [...sizes]
      .sort(([, a], [, b]) => b - a)
      .map(([lang]) =>
        coverageSeriesOf(
          target,
          lang,
          buckets,
          measures.filter(({ key }) => key === lang),
        ),
      );
  }

  async totals(filter: ResolvedFilter, names: TargetNames, target: TargetRef): Promise<Totals> {
    const previous = comparisonRange(filter);
    const [current, before] = await Promise.all([
      this.periodTotals(filter, target, filter),
      previous === null ? null : this.periodTotals(filter, target, previous),
    ]);
    return { target, name: names.nameOf(target), current, previous: before };
  }

  private async periodTotals(
    filter: ResolvedFilter,
    target: TargetRef,
    range: { from: Date; to: Date },
  ): Promise<PeriodTotals> {
    const variation = { targets: [target], from: range.from, to: range.to, total: true };
    const [bySource, sources] = await Promise.all([
      this.measures.of(filter, { ...variation, by: 'source' }),
      this.measures.sources(),
    ]);
    const outlets = new Map(sources.map(({ id, outlet, family }) => [id, family ?? outlet]));
    return periodTotalsOf(bySource, (sourceId) => outlets.get(sourceId) ?? sourceId);
  }
}
