import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AlertRule,
  type AlertRuleBulkInput,
  type AlertRuleInput,
  alertRuleInput,
  type AlertRuleSeries,
} from '@timbre/contracts';
import { checkQuietWhile, QuietCycleError } from '@timbre/metrics';
import { Database, EventBus, InvalidInputError, NotFoundError } from '@timbre/platform';
import { AlertRepository } from '../alerts/alert.repository.js';
import { ChannelRepository } from '../channels/channel.repository.js';
import { AlertSeriesRepository } from '../series/alert-series.repository.js';
import { AlertGroupRepository } from '../telling/alert-group.repository.js';
import { AlertRuleRepository } from './alert-rule.repository.js';
import { presentRule } from './present-rule.js';
import { presentSeries } from './present-series.js';

/** Who changes a rule, when. */
export interface RuleEdit {
  by: string;
  at: Date;
}

@Injectable()
export class AlertRuleService {
  constructor(
    private readonly database: Database,
    private readonly rules: AlertRuleRepository,
    private readonly alerts: AlertRepository,
    private readonly channels: ChannelRepository,
    private readonly series: AlertSeriesRepository,
    private readonly groups: AlertGroupRepository,
    private readonly events: EventBus,
  ) {}

  async list(): Promise<AlertRule[]> {
    return (await this.rules.list()).map(presentRule);
  }

  /** @throws NotFoundError */
  async one(id: string): Promise<AlertRule> {
    const rule = await this.rules.find(id);
    if (rule === null) throw new NotFoundError('alert rule', id);
    return presentRule(rule);
  }

  async create(input: AlertRuleInput, edit: RuleEdit): Promise<AlertRule> {
    const id = randomUUID();
    await this.check(id, input);
    await this.rules.save(id, input, { ...edit, keepState: false });
    return this.one(id);
  }

  /**
   * Changes a rule. What it measures is another thing after a change of condition, series, filter or window, so its
   * state begins anew and an open alert ends; else the state stays.
   */
  async change(id: string, input: AlertRuleInput, edit: RuleEdit): Promise<AlertRule> {
    const before = await this.one(id);
    await this.check(id, input);
    const measured = (rule: AlertRuleInput): string =>
      JSON.stringify([rule.condition, rule.series, rule.filter, rule.window, rule.forEach?.by ?? null]);
    const keepState = measured(before) === measured(input) && input.enabled;
    await this.database.transaction(async () => {
      await this.rules.save(id, input, { ...edit, keepState });
      if (!keepState) await this.endOpen(id, edit.at);
    });
    await this.events.publish('alert.changed', { alertId: '', ruleId: id, state: 'edited' });
    return this.one(id);
  }

  async enable(id: string, enabled: boolean, edit: RuleEdit): Promise<AlertRule> {
    const rule = await this.rules.find(id);
    if (rule === null) throw new NotFoundError('alert rule', id);
    return this.change(id, { ...alertRuleInput.parse(rule.body), enabled }, edit);
  }

  /** Changes many rules or none. */
  async changeMany({ ids, ...parts }: AlertRuleBulkInput, edit: RuleEdit): Promise<AlertRule[]> {
    const { addRecipient, removeRecipient, enabled, severity, owner } = parts;
    return this.database.transaction(async () => {
      const changed: AlertRule[] = [];
      for (const id of ids) {
        const rule = await this.rules.find(id);
        if (rule === null) throw new NotFoundError('alert rule', id);
        const body = alertRuleInput.parse(rule.body);
        const kept = body.recipients.filter((one) => one !== removeRecipient && one !== addRecipient);
        const recipients = addRecipient === undefined ? kept : [...kept, addRecipient];
        const given = { ...(enabled !== undefined && { enabled }), ...(severity && { severity }) };
        const next = { ...body, ...given, ...(owner !== undefined && { owner }), recipients };
        changed.push(await this.change(id, next, edit));
      }
      return changed;
    });
  }

  /** The series of a rule as they stand, the most urgent first. @throws NotFoundError */
  async seriesOf(id: string): Promise<AlertRuleSeries[]> {
    await this.one(id);
    return presentSeries(await this.series.of(id));
  }

  async remove(id: string, at: Date): Promise<void> {
    await this.one(id);
    await this.database.transaction(async () => {
      await this.rules.remove(id, at);
      await this.endOpen(id, at);
    });
    await this.events.publish('alert.changed', { alertId: '', ruleId: id, state: 'removed' });
  }

  /** An alert of a rule that is gone ends quietly: nobody is told that things got better when nobody looks. */
  private async endOpen(id: string, at: Date): Promise<void> {
    await this.alerts.closeAll(id, at);
    await this.series.forget(id);
    await this.groups.forget(id);
  }

  private async check(id: string, { name, recipients, quietWhile }: AlertRuleInput): Promise<void> {
    const known = new Set((await this.channels.list()).map((channel) => channel.id));
    const index = recipients.findIndex((recipient) => !known.has(recipient));
    if (index >= 0) {
      throw new InvalidInputError([
        { path: `recipients.${index}`, message: 'There is no such channel. Add it first.' },
      ]);
    }
    if (quietWhile.length === 0) return;
    const others = (await this.rules.list())
      .filter((rule) => rule.id !== id)
      .map((rule) => ({ ...alertRuleInput.parse(rule.body), id: rule.id }));
    const all = [{ id, name, quietWhile }, ...others];
    const lost = quietWhile.findIndex((other) => !all.some((rule) => rule.id === other));
    if (lost >= 0) throw new InvalidInputError([{ path: `quietWhile.${lost}`, message: 'There is no such rule.' }]);
    try {
      checkQuietWhile(id, all);
    } catch (error) {
      if (!(error instanceof QuietCycleError)) throw error;
      throw new InvalidInputError([{ path: 'quietWhile', message: error.message }]);
    }
  }
}
