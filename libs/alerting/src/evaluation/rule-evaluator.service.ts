import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { type AlertInput, alertRuleInput } from '@timbre/contracts';
import {
  type ActivationEvent,
  type AlertStep,
  initialAlertState,
  observeRule,
  policyOf,
  stepAlert,
} from '@timbre/metrics';
import { Database, EventBus } from '@timbre/platform';
import { AlertRepository } from '../alerts/alert.repository.js';
import { type RuleMeasure, RuleMeasures } from '../measures/rule-measures.service.js';
import { AlertRuleRepository, type LeasedRule } from '../rules/alert-rule.repository.js';
import { AlertAnnouncer } from '../telling/alert-announcer.service.js';
import { nextEvaluation } from './next-evaluation.js';

/** Rules taken at a time, and how long they are ours. */
const batch = 200;
const leaseMs = 60_000;
/** Measurements that run at the same time. */
const parallel = 4;

/** Evaluates rules: no rule twice at once, each transition kept with what led to it. */
@Injectable()
export class RuleEvaluator {
  private readonly log = new Logger('Alerts');

  constructor(
    private readonly database: Database,
    private readonly rules: AlertRuleRepository,
    private readonly alerts: AlertRepository,
    private readonly measures: RuleMeasures,
    private readonly announcer: AlertAnnouncer,
    private readonly events: EventBus,
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
    const at = now.getTime();
    const state = rule.state ?? initialAlertState(at);
    let input: AlertInput | null = null;
    let measure: RuleMeasure | null = null;
    let error: string | null = null;
    let step: AlertStep;
    try {
      measure = await this.measureOnce(rule, now, shared);
      const seen = observeRule(rule.body, measure, at, rule.body.series === 'volume');
      input = seen.input;
      step = stepAlert(state, seen.observation, policyOf(rule.body));
    } catch (thrown) {
      error = thrown instanceof Error ? thrown.message : String(thrown);
      this.log.warn(`Rule "${rule.body.name}" could not be evaluated: ${error}`);
      step = stepAlert(state, { at, breached: null, error }, policyOf(rule.body));
    }
    const next = new Date(nextEvaluation(rule.nextEvaluation.getTime(), at, rule.body.interval * 1_000));
    await this.database.transaction(async () => {
      const ours = await this.rules.saveEvaluation(rule, { state: step.state, input, error, nextEvaluation: next });
      if (ours) await this.record(rule, step, input, measure);
    });
  }

  private measureOnce(
    { body }: Pick<LeasedRule, 'body'>,
    now: Date,
    shared: Map<string, Promise<RuleMeasure>>,
  ): Promise<RuleMeasure> {
    const key = this.measures.keyOf(body);
    const known = shared.get(key);
    if (known !== undefined) return known;
    const measure = this.measures.measure(body, now);
    shared.set(key, measure);
    return measure;
  }

  private async record(
    rule: LeasedRule,
    { changes, events, state }: AlertStep,
    input: AlertInput | null,
    measure: RuleMeasure | null,
  ): Promise<void> {
    for (const change of changes) await this.alerts.recordChange(rule, change, input);
    for (const event of events) await this.activate(rule, event, input, measure);
    const recovers = changes.some(({ from, to }) => to === 'recovering' || from === 'recovering');
    if (recovers && (state.phase === 'recovering' || state.phase === 'firing')) {
      await this.alerts.setState(rule.id, state.phase);
    }
    if (changes.length > 0) {
      await this.database.afterCommit(() =>
        this.events.publish('alert.changed', { alertId: '', ruleId: rule.id, state: state.phase }),
      );
    }
  }

  private async activate(
    rule: LeasedRule,
    { at, type, kind }: ActivationEvent,
    input: AlertInput | null,
    measure: RuleMeasure | null,
  ): Promise<void> {
    const moment = new Date(at);
    if (type === 'resolved') {
      const closed = await this.alerts.close(rule.id, moment);
      if (closed !== null) await this.announcer.ended(rule.id, closed, at);
      return;
    }
    const id = randomUUID();
    await this.alerts.open({ id, ruleId: rule.id, ruleVersion: rule.version, kind, at: moment, input });
    await this.announcer.began(rule, { id, at, input, interval: measure?.interval ?? null });
  }
}
