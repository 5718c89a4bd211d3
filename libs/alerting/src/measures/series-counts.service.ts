import { Injectable } from '@nestjs/common';
import type { AlertRuleInput } from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import { BucketSums } from './bucket-sums.js';
import { coverageOf } from './rule-filter.js';

const hour = 3_600_000;
/** Hours per query; above 5,000 points coverage would answer in days. */
const hoursPerQuery = 4_000;

/** Hourly counts of a rule's coverage, from the roll-ups. */
@Injectable()
export class SeriesCounts {
  constructor(private readonly coverage: CoverageQueries) {}

  /** Whole hours that cover `[from, to)`. */
  async hourly(rule: Pick<AlertRuleInput, 'filter' | 'series'>, from: number, to: number): Promise<BucketSums> {
    const counts = {
      t: [] as number[],
      n: [] as number[],
      positive: [] as number[],
      negative: [] as number[],
      all: [] as number[],
    };
    const start = Math.floor(from / hour) * hour;
    const end = Math.ceil(to / hour) * hour;
    for (let at = start; at < end; at += hoursPerQuery * hour) {
      const part = coverageOf(rule, new Date(at), new Date(Math.min(end, at + hoursPerQuery * hour)), {
        bucket: 'hour',
      });
      const { series } = await this.coverage.series(part, { now: new Date(to) });
      const [first] = series;
      if (first === undefined) continue;
      for (const [index, moment] of first.t.entries()) {
        counts.t.push(Date.parse(moment));
        counts.n.push(first.n[index] ?? 0);
        counts.positive.push(first.positive[index] ?? 0);
        counts.negative.push(first.negative[index] ?? 0);
        counts.all.push(series.reduce((sum, one) => sum + (one.n[index] ?? 0), 0));
      }
    }
    return new BucketSums(counts);
  }
}
