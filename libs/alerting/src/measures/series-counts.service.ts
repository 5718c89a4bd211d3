import { Injectable } from '@nestjs/common';
import type { AlertRuleInput } from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import { type BucketCounts, BucketSums } from './bucket-sums.js';
import { coverageOf } from './rule-filter.js';

const hour = 3_600_000;
/** Hours per query; above 5,000 points coverage would answer in days. */
const hoursPerQuery = 4_000;
/** As many as a filter of coverage takes. */
const targetsPerQuery = 20;

type CountedRule = Pick<AlertRuleInput, 'filter' | 'series'>;

/** Hourly counts of a rule's coverage, from the roll-ups. */
@Injectable()
export class SeriesCounts {
  constructor(private readonly coverage: CoverageQueries) {}

  /** Whole hours that cover `[from, to)`: of the rule's first target, and of all its targets together. */
  async hourly(rule: CountedRule, from: number, to: number): Promise<BucketSums> {
    const [first, ...others] = await this.columns(rule, from, to);
    if (first === undefined) return new BucketSums(empty());
    const all = first.n.map((n, index) => others.reduce((sum, one) => sum + (one.n[index] ?? 0), n));
    return new BucketSums({ ...first, all });
  }

  /** The same for many targets, each on its own, with few questions. */
  async hourlyOf(
    rule: CountedRule,
    targets: readonly string[],
    from: number,
    to: number,
  ): Promise<Map<string, BucketSums>> {
    const sums = new Map<string, BucketSums>();
    for (let index = 0; index < targets.length; index += targetsPerQuery) {
      const part = targets.slice(index, index + targetsPerQuery);
      const columns = await this.columns({ ...rule, filter: { ...rule.filter, targets: part } }, from, to);
      for (const [at, target] of part.entries()) sums.set(target, new BucketSums(columns[at] ?? empty()));
    }
    return sums;
  }

  /** Columns per target of the filter, in its order. */
  private async columns(rule: CountedRule, from: number, to: number): Promise<BucketCounts[]> {
    const columns: BucketCounts[] = [];
    const start = Math.floor(from / hour) * hour;
    const end = Math.ceil(to / hour) * hour;
    for (let at = start; at < end; at += hoursPerQuery * hour) {
      const until = new Date(Math.min(end, at + hoursPerQuery * hour));
      const part = coverageOf(rule, new Date(at), until, { bucket: 'hour' });
      const { series } = await this.coverage.series(part, { now: new Date(to) });
      for (const [index, one] of series.entries()) {
        const column = (columns[index] ??= empty());
        column.t.push(...one.t.map((moment) => Date.parse(moment)));
        column.n.push(...one.n);
        column.positive.push(...one.positive);
        column.negative.push(...one.negative);
        column.all.push(...one.n);
      }
    }
    return columns;
  }
}

const empty = (): BucketCounts => ({ t: [], n: [], positive: [], negative: [], all: [] });
