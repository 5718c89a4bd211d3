import { Injectable } from '@nestjs/common';
import type { TargetRef } from '@timbre/contracts';
import { type ComparedMeasures, ninetyDaysBefore } from '../breakdown/breakdown-rows.js';
import { byTarget, sumMeasures } from '../measures/measure-values.js';
import type { Measure } from '../measures/measure.repository.js';
import { Measures } from '../measures/measures.service.js';
import { comparisonRange, type ResolvedFilter } from '../range/resolve-filter.js';
import type { TargetNames } from '../targets/target-names.js';

export interface OverviewMeasures {
  /** Measures per bucket, by target: the filter's own targets and all topics. */
  series: ReadonlyMap<string, readonly Measure[]>;
  topics: ComparedMeasures;
  entities: ComparedMeasures;
  /** Of the first target. */
  sources: ComparedMeasures;
  languages: ComparedMeasures;
}

/**
 * Everything that the Overview counts, in eight statements of one round: what several parts of the page need is asked
 * once, and what is a sum of something asked for is added up here.
 */
@Injectable()
export class OverviewMeasuring {
  constructor(private readonly measures: Measures) {}

  async measure(filter: ResolvedFilter, names: TargetNames, target: TargetRef): Promise<OverviewMeasures> {
    const before = comparisonRange(filter);
    const [topics, entities] = [new Set<string>(names.topics), new Set<string>(names.entities)];
    const named = [...names.topics, ...names.entities];
    const own = { targets: [target], total: true };
    const ninetyDays = ninetyDaysBefore(filter.to);
    const [series, current, previous, prior, sources, sourcesBefore, languages, languagesBefore] = await Promise.all([
      this.measures.of(filter, { targets: [...new Set([...filter.targets, ...names.topics])] }),
      this.measures.of(filter, { targets: names.entities, total: true }),
      before && this.measures.of(filter, { ...before, targets: named, total: true }),
      this.measures.of(filter, { from: ninetyDays, targets: [...new Set([target, ...named])], total: true }),
      this.measures.of(filter, { ...own, by: 'source' }),
      before && this.measures.of(filter, { ...own, ...before, by: 'source' }),
      this.measures.of(filter, { ...own, by: 'language' }),
      before && this.measures.of(filter, { ...own, ...before, by: 'language' }),
    ]);
    const grouped = byTarget(series);
    const among = (targets: ReadonlySet<string>, measures: readonly Measure[]): Measure[] =>
      measures.filter((measure) => targets.has(measure.target));
    const targetPrior = among(new Set([target]), prior);
    return {
      series: grouped,
      topics: {
        current: names.topics.flatMap((topic) => {
          const buckets = grouped.get(topic);
          return buckets === undefined ? [] : [{ ...sumMeasures(buckets), target: topic }];
        }),
        previous: previous && among(topics, previous),
        prior: among(topics, prior),
      },
      entities: { current, previous: previous && among(entities, previous), prior: among(entities, prior) },
      sources: { current: sources, previous: sourcesBefore, prior: targetPrior },
      languages: { current: languages, previous: languagesBefore, prior: targetPrior },
    };
  }
}
