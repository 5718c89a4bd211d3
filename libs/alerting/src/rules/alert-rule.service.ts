import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AlertRule, AlertRuleInput } from '@timbre/contracts';
import { Database, EventBus, InvalidInputError, NotFoundError } from '@timbre/platform';
import { AlertRepository } from '../alerts/alert.repository.js';
import { ChannelRepository } from '../channels/channel.repository.js';
import { AlertGroupRepository } from '../telling/alert-group.repository.js';
import { AlertRuleRepository } from './alert-rule.repository.js';
import { presentRule } from './present-rule.js';

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
    await this.checkRecipients(input);
    const id = randomUUID();
    await this.rules.save(id, input, { ...edit, keepState: false });
    return this.one(id);
  }

  /**
   * Changes a rule. What it measures is another thing after a change of condition, series, filter or window, so its
   * state begins anew and an open alert ends; else the state stays.
   */
  async change(id: string, input: AlertRuleInput, edit: RuleEdit): Promise<AlertRule> {
    const before = await this.one(id);
    await this.checkRecipients(input);
    const measured = (rule: AlertRuleInput): string =>
      JSON.stringify([rule.condition, rule.series, rule.filter, rule.window]);
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
    return this.change(id, { ...rule.body, enabled }, edit);
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
    await this.alerts.close(id, at);
    await this.groups.forget(id);
  }

  private async checkRecipients({ recipients }: AlertRuleInput): Promise<void> {
    const known = new Set((await this.channels.list()).map((channel) => channel.id));
    const index = recipients.findIndex((id) => !known.has(id));
    if (index >= 0) {
      throw new InvalidInputError([
        { path: `recipients.${index}`, message: 'There is no such channel. Add it first.' },
      ]);
    }
  }
}
