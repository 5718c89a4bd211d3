import { Injectable } from '@nestjs/common';
import type { AlertInput, AlertRuleInput } from '@timbre/contracts';
import { addToGroup, emptyGroup, type GroupedAlert, timingsOf } from '@timbre/metrics';
import { AlertGroupRepository } from './alert-group.repository.js';

/** Puts alerts into the groups of the channels that are to hear of them. Joins the open transaction. */
@Injectable()
export class AlertAnnouncer {
  constructor(private readonly groups: AlertGroupRepository) {}

  async began(
    rule: { id: string; body: AlertRuleInput },
    alert: { id: string; at: number; input: AlertInput | null; interval: { low: number; high: number } | null },
  ): Promise<void> {
    const annotations = {
      ...(alert.input === null ? {} : { input: JSON.stringify(alert.input) }),
      ...(alert.interval === null ? {} : { interval: JSON.stringify(alert.interval) }),
    };
    const report = this.report(alert.id, alert.at, null, alert.at, annotations);
    // In one order everywhere, so that two writers wait for each other instead of blocking each other.
    for (const channelId of [...new Set(rule.body.recipients)].sort()) {
      const group = (await this.groups.lock(rule.id, channelId)) ?? emptyGroup;
      await this.groups.save(rule.id, channelId, addToGroup(group, report, alert.at, timingsOf(rule.body)));
    }
  }

  async ended(ruleId: string, alert: { id: string; startedAt: Date }, at: number): Promise<void> {
    for (const channelId of (await this.groups.channelsOf(ruleId)).sort()) {
      const group = await this.groups.lock(ruleId, channelId);
      const known = group?.alerts[alert.id];
      if (group === null || known === undefined) continue;
      const report = this.report(alert.id, alert.startedAt.getTime(), at, at, known.annotations);
      // The group runs already; its next look tells the end.
      await this.groups.save(ruleId, channelId, { ...group, alerts: { ...group.alerts, [alert.id]: report } });
    }
  }

  private report(
    key: string,
    startsAt: number,
    endsAt: number | null,
    updatedAt: number,
    annotations: GroupedAlert['annotations'],
  ): GroupedAlert {
    return { key, labels: {}, annotations, startsAt, endsAt, timesOut: false, updatedAt };
  }
}
