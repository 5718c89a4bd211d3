import { Injectable } from '@nestjs/common';
import type { AlertLeftOut, AlertRuleInput } from '@timbre/contracts';
import {
  type AlertState,
  chooseSeries,
  evaluateSeries,
  type SeriesCandidate,
  type SeriesEvaluation,
  worstSeries,
} from '@timbre/metrics';
import { type RuleMeasure, RuleMeasures } from '../measures/rule-measures.service.js';
import type { LeasedRule } from '../rules/alert-rule.repository.js';
import { AlertSeriesRepository, type StoredSeries } from '../series/alert-series.repository.js';
import { SeriesFinder } from '../series/series-finder.service.js';

/** What came of one series. */
export interface EvaluatedSeries extends SeriesEvaluation {
  key: string;
  name: string;
  measure: RuleMeasure | null;
  error: string | null;
}

export interface EvaluatedRule {
  series: EvaluatedSeries[];
  /** The one that stands for the rule. */
  worst: EvaluatedSeries | null;
  leftOut: AlertLeftOut | null;
  error: string | null;
}

type Shared = Map<string, Promise<RuleMeasure>>;

/** Series that are measured at the same time. */
const parallel = 4;

/** Evaluates all series of a rule; writes nothing. */
@Injectable()
export class SeriesEvaluator {
  constructor(
    private readonly measures: RuleMeasures,
    private readonly finder: SeriesFinder,
    private readonly series: AlertSeriesRepository,
  ) {}

  /** @param shared what this round has measured already; equal measures of two rules are taken once. */
  async evaluate(rule: LeasedRule, now: Date, shared: Shared): Promise<EvaluatedRule> {
    if (rule.body.forEach === null) {
      const only = await this.one(rule, rule.body, { key: '', name: '', state: rule.state }, now, shared);
      return { series: [only], worst: only, leftOut: null, error: only.error };
    }
    const watched = await this.series.of(rule.id);
    try {
      return await this.many(rule, rule.body.forEach, watched, now, shared);
    } catch (thrown) {
      // Which series there are is not known: all that are watched have failed.
      const error = messageOf(thrown);
      const failed = watched.map((one) => this.failed(rule, one, error, now));
      return { series: failed, worst: worstOf(failed), leftOut: rule.leftOut, error };
    }
  }

  private async many(
    rule: LeasedRule,
    { by, most }: NonNullable<LeasedRule['body']['forEach']>,
    watched: readonly StoredSeries[],
    now: Date,
    shared: Shared,
  ): Promise<EvaluatedRule> {
    const range = { from: new Date(now.getTime() - rule.body.window * 1_000), to: now };
    const states = new Map(watched.map(({ key, state }) => [key, state]));
    const found = await this.finder.find(rule.body, by, range, watched);
    const candidates: SeriesCandidate[] = found.map((one) => ({ ...one, state: states.get(one.key) ?? null }));
    const { chosen, leftOut } = chooseSeries(candidates, most);
    const narrowed = await this.finder.rulesOf(
      rule.body,
      chosen.map(({ key }) => key),
    );
    const there = new Set(found.map(({ key }) => key));
    const gone = watched.filter(({ key }) => !there.has(key));
    const series = gone.map((one) => this.missing(rule, one, now));
    for (let from = 0; from < chosen.length; from += parallel) {
      const part = chosen.slice(from, from + parallel);
      const evaluated = part.map((one, index) => this.one(rule, narrowed[from + index] ?? rule.body, one, now, shared));
      series.push(...(await Promise.all(evaluated)));
    }
    const error = series.find((one) => one.error !== null)?.error ?? null;
    return { series, worst: worstOf(series), leftOut, error };
  }

  private async one(
    rule: LeasedRule,
    narrowed: AlertRuleInput,
    { key, name, state }: { key: string; name: string; state: AlertState | null },
    now: Date,
    shared: Shared,
  ): Promise<EvaluatedSeries> {
    const { body } = rule;
    try {
      const measure = await this.measureOnce(narrowed, now, shared);
      const options = { counts: body.series === 'volume' };
      const evaluation = evaluateSeries(body, state, { measured: measure }, now.getTime(), options);
      return { key, name, measure, error: null, ...evaluation };
    } catch (thrown) {
      return this.failed(rule, { key, name, state }, messageOf(thrown), now);
    }
  }

  private failed(
    { body }: LeasedRule,
    { key, name, state }: { key: string; name: string; state: AlertState | null },
    error: string,
    now: Date,
  ): EvaluatedSeries {
    const evaluation = evaluateSeries(body, state, { error }, now.getTime(), { counts: false });
    return { key, name, measure: null, error, ...evaluation };
  }

  private missing({ body }: LeasedRule, { key, name, state }: StoredSeries, now: Date): EvaluatedSeries {
    const evaluation = evaluateSeries(body, state, { missing: true }, now.getTime(), { counts: false });
    return { key, name, measure: null, error: null, ...evaluation };
  }

  private measureOnce(body: LeasedRule['body'], now: Date, shared: Shared): Promise<RuleMeasure> {
    const key = this.measures.keyOf(body);
    const known = shared.get(key);
    if (known !== undefined) return known;
    const measure = this.measures.measure(body, now);
    shared.set(key, measure);
    return measure;
  }
}

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

function worstOf(series: readonly EvaluatedSeries[]): EvaluatedSeries | null {
  return worstSeries(series.map((one) => ({ one, state: one.step.state })))?.one ?? null;
}
