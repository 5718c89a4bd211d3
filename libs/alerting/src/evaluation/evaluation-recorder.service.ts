import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ActivationEvent } from '@timbre/metrics';
import { Database, EventBus } from '@timbre/platform';
import { AlertRepository } from '../alerts/alert.repository.js';
import type { LeasedRule } from '../rules/alert-rule.repository.js';
import { AlertAnnouncer } from '../telling/alert-announcer.service.js';
import type { EvaluatedSeries } from './series-evaluator.service.js';

/** Writes what an evaluation changed: transitions, alerts, and what is to be told. Joins the open transaction. */
@Injectable()
export class EvaluationRecorder {
  constructor(
    private readonly database: Database,
    private readonly alerts: AlertRepository,
    private readonly announcer: AlertAnnouncer,
    private readonly events: EventBus,
  ) {}

  async record(rule: LeasedRule, series: EvaluatedSeries): Promise<void> {
    const { changes, events, state } = series.step;
    for (const change of changes) await this.alerts.recordChange(rule, series.key, change, series.input);
    for (const event of events) await this.activate(rule, series, event);
    const recovers = changes.some(({ from, to }) => to === 'recovering' || from === 'recovering');
    if (recovers && (state.phase === 'recovering' || state.phase === 'firing')) {
      await this.alerts.setState(rule.id, series.key, state.phase);
    }
    if (changes.length > 0) {
      await this.database.afterCommit(() =>
        this.events.publish('alert.changed', { alertId: '', ruleId: rule.id, state: state.phase }),
      );
    }
  }

  private async activate(rule: LeasedRule, series: EvaluatedSeries, event: ActivationEvent): Promise<void> {
    const { at, type, kind } = event;
    const { key, name, input, measure } = series;
    const moment = new Date(at);
    if (type === 'resolved') {
      const closed = await this.alerts.close(rule.id, key, moment);
      if (closed !== null) await this.announcer.ended(rule.id, closed, at);
      return;
    }
    const id = randomUUID();
    const row = { id, ruleId: rule.id, ruleVersion: rule.version, series: { key, name }, kind, at: moment, input };
    await this.alerts.open(row);
    await this.announcer.began(rule, { id, at, series: { key, name }, input, interval: measure?.interval ?? null });
  }
}
