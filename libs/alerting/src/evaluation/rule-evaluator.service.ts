import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { alertRuleInput } from '@timbre/contracts';
import { initialAlertState } from '@timbre/metrics';
import { Database } from '@timbre/platform';
import type { RuleMeasure } from '../measures/rule-measures.service.js';
import { AlertRuleRepository, type LeasedRule } from '../rules/alert-rule.repository.js';
import { AlertSeriesRepository } from '../series/alert-series.repository.js';
import { EvaluationRecorder } from './evaluation-recorder.service.js';
import { nextEvaluation } from './next-evaluation.js';
import { type EvaluatedRule, SeriesEvaluator } from './series-evaluator.service.js';

/** Rules taken at a time, and how long they are ours. */
const batch = 200;
const leaseMs = 60_000;
/** Rules that are evaluated at the same time. */
const parallel = 4;

/** Evaluates rules: no rule twice at once, each transition kept with what led to it. */
@Injectable()
export class RuleEvaluator {
  private readonly log = new Logger('Alerts');

  constructor(
    private readonly database: Database,
    private readonly rules: AlertRuleRepository,
    private readonly series: AlertSeriesRepository,
    private readonly evaluator: SeriesEvaluator,
    private readonly recorder: EvaluationRecorder,
  ) {}

  /** @returns how many rules were evaluated. */
  async evaluateDue(now: Date): Promise<number> {
    for (let count = 0; ;) {
      const due = await this.rules.takeDue(now, randomUUID(), new Date(now.getTime() + leaseMs), batch);
      const measured = new Map<string, Promise<RuleMeasure>>();
      for (let from = 0; from < due.length; from += parallel) {
        await Promise.all(due.slice(from, from + parallel).map((rule) => this.evaluate(rule, now, measured)));
      }
      count += due.length;
      if (due.length < batch) return count;
    }
  }

  private async evaluate(leased: LeasedRule, now: Date, shared: Map<string, Promise<RuleMeasure>>): Promise<void> {
    const rule = { ...leased, body: alertRuleInput.parse(leased.body) };
    const evaluated = await this.evaluator.evaluate(rule, now, shared);
    if (evaluated.error !== null) {
      this.log.warn(`Rule "${rule.body.name}" could not be evaluated: ${evaluated.error}`);
    }
    const next = nextEvaluation(rule.nextEvaluation.getTime(), now.getTime(), rule.body.interval * 1_000);
    await this.database.transaction(() => this.save(rule, evaluated, now, new Date(next)));
  }

  private async save(rule: LeasedRule, evaluated: EvaluatedRule, now: Date, nextEvaluation: Date): Promise<void> {
    const { worst, series, leftOut, error } = evaluated;
    // A rule that watches nothing stands where it stood, but it was looked at.
    const calm = rule.state?.phase === 'normal' ? rule.state : initialAlertState(now.getTime());
    const state = worst?.step.state ?? { ...calm, lastAt: now.getTime() };
    const outcome = { state, input: worst?.input ?? null, error, leftOut, nextEvaluation };
    if (!(await this.rules.saveEvaluation(rule, outcome))) return;
    if (rule.body.forEach !== null) {
      const kept = series.filter(({ step }) => !step.evicted);
      await this.series.replace(
        rule.id,
        kept.map(({ key, name, step, input }) => ({ key, name, state: step.state, lastInput: input })),
      );
    }
    for (const one of series) await this.recorder.record(rule, one);
  }
}
