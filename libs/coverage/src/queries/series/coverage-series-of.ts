import type { CoverageSeries, TargetRef } from '@timbre/contracts';
import { meanScore, netOf, neutralOf, noMeasure } from '../measures/measure-values.js';
import type { Measure } from '../measures/measure.repository.js';
import type { SeriesBucket } from '../range/buckets.js';

/** Lays measures out over all buckets of a range; empty buckets have n = 0 and no score. */
export function coverageSeriesOf(
  target: TargetRef,
  name: string,
  buckets: readonly SeriesBucket[],
  measures: readonly Measure[],
): CoverageSeries {
  const bySlot = new Map(measures.map((measure) => [measure.slot, measure]));
  const columns = buckets.map(({ slot }) => bySlot.get(slot) ?? noMeasure);
  const nets = columns.map(netOf);
  return {
    target,
    name,
    t: buckets.map(({ start }) => start),
    n: columns.map(({ n }) => n),
    positive: columns.map(({ positive }) => positive),
    neutral: columns.map(neutralOf),
    negative: columns.map(({ negative }) => negative),
    net: nets.map(({ value }) => value),
    low: nets.map(({ low }) => low),
    high: nets.map(({ high }) => high),
    mean: columns.map(meanScore),
  };
}
