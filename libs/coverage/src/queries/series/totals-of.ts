import type { PeriodTotals } from '@timbre/contracts';
import { polarisation } from '@timbre/metrics';
import { netOf, neutralOf, sumMeasures, weightedCounts } from '../measures/measure-values.js';
import type { Measure } from '../measures/measure.repository.js';

/**
 * Totals of a period from its measures by source.
 *
 * @param outletOf - independent voice of a source: its outlet, or the house of several.
 */
export function periodTotalsOf(bySource: readonly Measure[], outletOf: (sourceId: string) => string): PeriodTotals {
  const sum = sumMeasures(bySource);
  const outlets = new Set(bySource.filter(({ n }) => n > 0).map(({ key }) => outletOf(key ?? '')));
  return {
    n: sum.n,
    articles: sum.articles,
    stories: sum.stories,
    positive: sum.positive,
    neutral: neutralOf(sum),
    negative: sum.negative,
    net: netOf(sum),
    polarisation: polarisation(weightedCounts(sum)),
    outlets: outlets.size,
  };
}
