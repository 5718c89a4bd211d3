import { Injectable } from '@nestjs/common';
import type { AlertRuleInput, AlertSeriesRef, AlertSimulation } from '@timbre/contracts';
import { chooseSeries, estimatedPrecision, type ReplayedStep } from '@timbre/metrics';
import { AlertMarkService } from '../marks/alert-mark.service.js';
import { SeriesFinder } from '../series/series-finder.service.js';
import { alertsPerWeek } from './alerts-per-week.js';
import { replayedAlerts } from './replayed-alerts.js';
import { replayedColumns } from './replayed-columns.js';
import { replayGrid, type ReplayRange } from './replay-grid.js';
import { SeriesReplay } from './series-replay.service.js';

interface ReplayedSeries {
  series: AlertSeriesRef;
  rule: AlertRuleInput;
  steps: ReplayedStep[];
  alerts: AlertSimulation['alerts'];
}

/** Series that are replayed at the same time. */
const parallel = 4;

/** What a rule would have done in the past: all of its series, with the alerts of all and the values of one. */
@Injectable()
export class RuleSimulator {
  constructor(
    private readonly replays: SeriesReplay,
    private readonly finder: SeriesFinder,
    private readonly marks: AlertMarkService,
  ) {}

  /**
   * @param range 90 days up to now unless told; `series` is the key of the series whose values are wanted
   * @throws InvalidInputError when the range is no range.
   */
  async simulate(rule: AlertRuleInput, range: ReplayRange & { series?: string }): Promise<AlertSimulation> {
    const begun = performance.now();
    const grid = replayGrid(rule, range);
    const { refs, leftOut } = await this.seriesOf(rule, grid);
    const rules = await this.finder.rulesOf(
      rule,
      refs.map(({ key }) => key),
    );
    const targeted = rule.forEach?.by === 'topic' || rule.forEach?.by === 'entity';
    const targets = targeted ? refs.map(({ key }) => key) : [];
    const counts = await this.replays.countsOf(rule, targets, range);
    const marksOf = await this.marks.of([rule]);
    const replayed: ReplayedSeries[] = [];
    for (let from = 0; from < refs.length; from += parallel) {
      const part = refs.slice(from, from + parallel).map(async (series, index): Promise<ReplayedSeries> => {
        const narrowed = rules[from + index] ?? rule;
        const steps = await this.replays.replay(narrowed, range, counts.get(series.key));
        return { series, rule: narrowed, steps, alerts: replayedAlerts(series, steps, marksOf(rule, series.key)) };
      });
      replayed.push(...(await Promise.all(part)));
    }
    replayed.sort((a, b) => b.alerts.length - a.alerts.length);
    const drawn = replayed.find(({ series }) => series.key === range.series) ?? replayed[0];
    const alerts = replayed.flatMap((one) => one.alerts).sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
    return {
      forEach: rule.forEach,
      series: drawn?.series ?? { key: '', name: '' },
      filter: drawn?.rule.filter ?? rule.filter,
      all: replayed.map((one) => ({ ...one.series, alerts: one.alerts.length })),
      leftOut,
      from: new Date(grid.from).toISOString(),
      to: new Date(grid.to).toISOString(),
      step: grid.step / 1_000,
      ...replayedColumns(drawn?.steps ?? []),
      alerts,
      weeks: alertsPerWeek(alerts, grid),
      precision: estimatedPrecision(alerts.map(({ verdict }) => verdict)),
      tookMs: Math.round(performance.now() - begun),
    };
  }

  private async seriesOf(
    rule: AlertRuleInput,
    { from, to }: { from: number; to: number },
  ): Promise<{ refs: AlertSeriesRef[]; leftOut: AlertSimulation['leftOut'] }> {
    if (rule.forEach === null) return { refs: [{ key: '', name: '' }], leftOut: { count: 0, names: [] } };
    const found = await this.finder.find(rule, rule.forEach.by, { from: new Date(from), to: new Date(to) }, []);
    const { chosen, leftOut } = chooseSeries(
      found.map((one) => ({ ...one, state: null })),
      rule.forEach.most,
    );
    return { refs: chosen.map(({ key, name }) => ({ key, name })), leftOut };
  }
}
