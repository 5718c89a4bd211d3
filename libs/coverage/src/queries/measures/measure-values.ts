import type { Estimate } from '@timbre/contracts';
import { type LabelCounts, netSentiment } from '@timbre/metrics';
import { scoreScale } from '../../rollups/contribution.js';
import type { Measure } from './measure.repository.js';

/** Sums of measures, e.g. over the languages of a bucket. */
export function sumMeasures(measures: readonly Measure[]): Measure {
  const sum: Measure = { ...noMeasure };
  for (const measure of measures) {
    sum.n += measure.n;
    sum.positive += measure.positive;
    sum.negative += measure.negative;
    sum.scoreSum += measure.scoreSum;
    sum.articles += measure.articles;
    sum.stories += measure.stories;
    sum.weight += measure.weight;
    sum.weightPositive += measure.weightPositive;
    sum.weightNegative += measure.weightNegative;
  }
  return sum;
}

/** Nothing was counted. */
export const noMeasure: Measure = {
  target: '',
  slot: null,
  key: null,
  n: 0,
  positive: 0,
  negative: 0,
  scoreSum: 0,
  articles: 0,
  stories: 0,
  weight: 0,
  weightPositive: 0,
  weightNegative: 0,
};

export const neutralOf = ({ n, positive, negative }: Measure): number => n - positive - negative;

/** Counts by label as the weighting of the filter wants them. */
export function weightedCounts({ weight, weightPositive, weightNegative }: Measure): LabelCounts {
  return {
    positive: weightPositive,
    neutral: Math.max(0, weight - weightPositive - weightNegative),
    negative: weightNegative,
  };
}

/** Net sentiment with its interval and the true, unweighted n. */
export function netOf(measure: Measure): Estimate {
  return netSentiment(weightedCounts(measure), measure.n);
}

/** Mean score −1 … 1, null where nothing was counted. */
export function meanScore({ n, scoreSum }: Measure): number | null {
  return n > 0 ? scoreSum / n / scoreScale : null;
}

/** Measures by target. */
export function byTarget(measures: readonly Measure[]): Map<string, Measure[]> {
  const groups = new Map<string, Measure[]>();
  for (const measure of measures) {
    const group = groups.get(measure.target);
    if (group === undefined) groups.set(measure.target, [measure]);
    else group.push(measure);
  }
  return groups;
}
