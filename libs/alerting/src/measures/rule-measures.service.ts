import { Injectable } from '@nestjs/common';
import { type AlertRuleInput, articleQuery, type Estimate } from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import { type Measured, referenceOffsets } from '@timbre/metrics';
import { valueOf } from './bucket-sums.js';
import { BlindSources } from './blind-sources.service.js';
import { ForecastMedianReader } from './forecast-medians.service.js';
import { coverageOf } from './rule-filter.js';
import { SeriesCounts } from './series-counts.service.js';

const hour = 3_600_000;

/** What one evaluation measures, with the interval of the value where it has one. */
export interface RuleMeasure extends Measured {
  interval: { low: number; high: number } | null;
}

/** Measures a rule's series at one moment. */
@Injectable()
export class RuleMeasures {
  constructor(
    private readonly coverage: CoverageQueries,
    private readonly counts: SeriesCounts,
    private readonly blind: BlindSources,
    private readonly forecasts: ForecastMedianReader,
  ) {}

  /** What two rules share is measured once: equal keys, equal measures. */
  keyOf({ series, filter, window, condition }: AlertRuleInput): string {
    return JSON.stringify([series, filter, window, referenceOffsets(condition, window)]);
  }

  async measure(rule: AlertRuleInput, at: Date): Promise<RuleMeasure> {
    const window = rule.window * 1_000;
    const from = new Date(at.getTime() - window);
    const blind = await this.blind.within(rule, from, at);
    const held = blind.holds(from.getTime(), at.getTime());
    switch (rule.series) {
      case 'source-health':
        return { ...nothing, value: blind.blindAt(at.getTime()), n: blind.sources, held };
      case 'silence':
        return { ...nothing, ...(await this.silence(rule, at)), held };
      case 'forecast-median':
        return { ...nothing, ...(await this.forecast(rule, at.getTime(), window)), held };
      default:
        return { ...(await this.counted(rule, from, at)), held };
    }
  }

  private async silence(rule: AlertRuleInput, at: Date): Promise<Pick<Measured, 'value' | 'n'>> {
    const { targets, sources, languages, unit } = rule.filter;
    const query = articleQuery.parse({ targets, sources, languages, unit, to: at.toISOString(), limit: 1 });
    const [last] = (await this.coverage.articles(query)).items;
    return last === undefined
      ? { value: null, n: 0 }
      : { value: Math.max(0, at.getTime() - Date.parse(last.published)) / hour, n: 1 };
  }

  private async forecast(
    rule: AlertRuleInput,
    at: number,
    window: number,
  ): Promise<Pick<Measured, 'value' | 'n' | 'reference'>> {
    const offsets = referenceOffsets(rule.condition, window);
    const medians = await this.forecasts.within(rule, at - (offsets[0] ?? 0), at);
    return { ...medians.at(at), reference: offsets.map((offset) => medians.at(at - offset).value) };
  }

  private async counted(rule: AlertRuleInput, from: Date, at: Date): Promise<Omit<RuleMeasure, 'held'>> {
    const window = rule.window * 1_000;
    const offsets = referenceOffsets(rule.condition, window);
    const [totals, past] = await Promise.all([
      this.coverage.totals(coverageOf(rule, from, at), { now: at }),
      offsets.length === 0 ? null : this.counts.hourly(rule, at.getTime() - (offsets[0] ?? 0) - window, at.getTime()),
    ]);
    const current = totals[0]?.current;
    if (current === undefined) return { ...nothing, reference: [] };
    const all = totals.reduce((sum, one) => sum + one.current.n, 0);
    const reference = offsets.map((offset) => {
      const end = at.getTime() - offset;
      const counts = past?.within(Math.floor((end - window) / hour) * hour, Math.floor(end / hour) * hour) ?? null;
      return counts === null ? null : valueOf(rule.series, counts);
    });
    return {
      value: valueOf(rule.series, { n: current.n, positive: current.positive, negative: current.negative, all }),
      n: current.n,
      stories: current.stories,
      outlets: current.outlets,
      interval: rule.series === 'net' ? intervalOf(current.net) : null,
      reference,
    };
  }
}

const nothing: RuleMeasure = {
  value: null,
  n: 0,
  stories: null,
  outlets: null,
  held: false,
  reference: [],
  interval: null,
};

const intervalOf = ({ low, high }: Estimate): RuleMeasure['interval'] =>
  low === null || high === null ? null : { low, high };
