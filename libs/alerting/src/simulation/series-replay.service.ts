import { Injectable } from '@nestjs/common';
import type { AlertRuleInput } from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import { judgeCondition, type Measured, referenceOffsets, type ReplayedStep, replayRule } from '@timbre/metrics';
import { type BlindRange, BlindSources } from '../measures/blind-sources.service.js';
import { type BucketSums, valueOf } from '../measures/bucket-sums.js';
import { ForecastMedianReader } from '../measures/forecast-medians.service.js';
import { coverageOf } from '../measures/rule-filter.js';
import { SeriesCounts } from '../measures/series-counts.service.js';
import { replayGrid, type ReplayRange } from './replay-grid.js';

const hour = 3_600_000;
const day = 24 * hour;
/** Outlets are counted only where it matters, and for so many moments at most. */
const mostOutletCounts = 300;

/** What is not counted per hour. */
const uncounted: ReadonlySet<AlertRuleInput['series']> = new Set(['source-health', 'forecast-median']);

type Moment = { at: number } & Measured;

/**
 * Replays a rule over the past, with the functions of the live evaluation, on the roll-ups of whole hours. Windows of
 * whole hours at whole hours measure exactly what a live evaluation at that moment measures.
 */
@Injectable()
export class SeriesReplay {
  constructor(
    private readonly coverage: CoverageQueries,
    private readonly counts: SeriesCounts,
    private readonly blind: BlindSources,
    private readonly forecasts: ForecastMedianReader,
  ) {}

  /**
   * The evaluations of a rule of one series over a range of whole hours.
   *
   * @param known what `countsOf` gave for this series
   * @throws InvalidInputError when the range is no range.
   */
  async replay(rule: AlertRuleInput, range: ReplayRange, known?: BucketSums): Promise<ReplayedStep[]> {
    const { from, to, step } = replayGrid(rule, range);
    const times: number[] = [];
    for (let at = from; at <= to; at += step) times.push(at);
    const counts = rule.series === 'volume';
    const moments = await this.measured(rule, times, known);
    if (rule.minimumOutlets > 1 || (rule.minimumStories > 0 && rule.filter.unit === 'articles')) {
      await this.countOutlets(rule, moments, counts);
    }
    return [...replayRule(rule, moments, { step, counts })];
  }

  /** Counts of many targets for their replays, with few questions instead of one each; none where they are not needed. */
  async countsOf(
    rule: AlertRuleInput,
    targets: readonly string[],
    range: ReplayRange,
  ): Promise<Map<string, BucketSums>> {
    // Share of voice counts each target among others.
    if (uncounted.has(rule.series) || rule.series === 'share-of-voice') return new Map();
    const { from, to } = replayGrid(rule, range);
    return this.counts.hourlyOf(rule, targets, from - reachOf(rule).back, to);
  }

  private async measured(
    rule: AlertRuleInput,
    times: readonly number[],
    known: BucketSums | undefined,
  ): Promise<Moment[]> {
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    const { window, offsets, back } = reachOf(rule);
    const blind = await this.blind.within(rule, new Date(first - window), new Date(last));
    const base = (at: number): Omit<Moment, 'value' | 'n' | 'reference'> => ({
      at,
      stories: null,
      outlets: null,
      held: blind.holds(at - window, at),
    });
    if (rule.series === 'source-health') return this.blindMoments(times, blind, base);
    if (rule.series === 'forecast-median') {
      const medians = await this.forecasts.within(rule, first - back, last);
      const reference = (at: number) => offsets.map((offset) => medians.at(at - offset).value);
      return times.map((at) => ({ ...base(at), ...medians.at(at), reference: reference(at) }));
    }
    const sums = known ?? (await this.counts.hourly(rule, first - back, last));
    if (rule.series === 'silence') {
      return times.map((at) => {
        const begin = sums.lastWithArticles(at);
        return {
          ...base(at),
          value: begin === null ? null : (at - begin) / hour - 1,
          n: begin === null ? 0 : 1,
          reference: [],
        };
      });
    }
    const valueAt = (at: number): number | null => {
      const within = sums.within(at - window, at);
      return within === null ? null : valueOf(rule.series, within);
    };
    return times.map((at) => {
      const n = sums.within(at - window, at)?.n ?? 0;
      const stories = rule.filter.unit === 'stories' ? n : null;
      return { ...base(at), value: valueAt(at), n, stories, reference: offsets.map((offset) => valueAt(at - offset)) };
    });
  }

  private blindMoments(
    times: readonly number[],
    blind: BlindRange,
    base: (at: number) => Omit<Moment, 'value' | 'n' | 'reference'>,
  ): Moment[] {
    return times.map((at) => ({ ...base(at), held: false, value: blind.blindAt(at), n: blind.sources, reference: [] }));
  }

  private async countOutlets(rule: AlertRuleInput, moments: Moment[], counts: boolean): Promise<void> {
    if (uncounted.has(rule.series) || rule.series === 'silence') return;
    const breached = moments.filter(
      ({ value, reference, n }) =>
        n >= rule.minimumN && judgeCondition(rule.condition, value, reference, counts).breached === true,
    );
    // Beyond the limit every so-many-th is counted, and the ones between are taken to be like the one before.
    const stride = Math.max(1, Math.ceil(breached.length / mostOutletCounts));
    for (let index = 0; index < breached.length; index += 4 * stride) {
      await Promise.all(
        [0, 1, 2, 3].map(async (lane) => {
          const at = index + lane * stride;
          const moment = breached[at];
          if (moment === undefined) return;
          const counted = await this.countedAt(rule, moment.at);
          for (const one of breached.slice(at, at + stride)) Object.assign(one, counted);
        }),
      );
    }
  }

  private async countedAt(rule: AlertRuleInput, at: number): Promise<{ outlets: number; stories: number }> {
    const window = coverageOf(rule, new Date(at - rule.window * 1_000), new Date(at));
    const targets = window.targets.slice(0, 1);
    const [totals] = await this.coverage.totals({ ...window, targets }, { now: new Date(at) });
    return { outlets: totals?.current.outlets ?? 0, stories: totals?.current.stories ?? 0 };
  }
}

/** The window in whole hours, what the condition compares with, and how far back both reach; ms. */
function reachOf({ window: seconds, condition }: AlertRuleInput): { window: number; offsets: number[]; back: number } {
  const window = Math.max(1, Math.round((seconds * 1_000) / hour)) * hour;
  const offsets = referenceOffsets(condition, window);
  return { window, offsets, back: window + Math.min(offsets[0] ?? 0, 400 * day) };
}
