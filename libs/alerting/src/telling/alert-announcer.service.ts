import { Injectable } from '@nestjs/common';
import type { AlertInput, AlertRuleInput, AlertSeriesRef } from '@timbre/contracts';
import { addToGroup, emptyGroup, type GroupedAlert, timingsOf } from '@timbre/metrics';
import { AlertGroupRepository } from './alert-group.repository.js';

/** Puts alerts into the groups of the channels that are to hear of them. Joins the open transaction. */
@Injectable()
export class AlertAnnouncer {
  constructor(private readonly groups: AlertGroupRepository) {}

  async began(
    rule: { id: string; body: AlertRuleInput },
    alert: {
      id: string;
      at: number;
      series: AlertSeriesRef;
      input: AlertInput | null;
      interval: { low: number; high: number } | null;
    },
  ): Promise<void> {
    const annotations = {
      ...(alert.series.name === '' ? {} : { name: alert.series.name }),
      ...(alert.input === null ? {} : { input: JSON.stringify(alert.input) }),
      ...(alert.interval === null ? {} : { interval: JSON.stringify(alert.interval) }),
    };
    const labels = { rule: rule.id, series: alert.series.key };
    const report = this.report(alert.id, { labels, annotations }, alert.at, null, alert.at);
    // In one order everywhere, so that two writers wait for each other instead of blocking each other.
    for (const channelId of [...new Set(rule.body.recipients)].sort()) {
      const group = (await this.groups.lock(rule.id, channelId)) ?? emptyGroup;
      await this.groups.save(rule.id, channelId, addToGroup(group, report, alert.at, timingsOf(rule.body)));
    }
  }

  /** Brings an alert that nobody has acknowledged into the group of another channel. */
  async escalated(
    rule: { id: string; body: AlertRuleInput },
    alert: GroupedAlert,
    to: { channelId: string; fromName: string },
    at: number,
  ): Promise<void> {
    const group = (await this.groups.lock(rule.id, to.channelId)) ?? emptyGroup;
    // A channel that hears of the alert anyway is not told twice.
    if (group.alerts[alert.key] !== undefined) return;
    const annotations = { ...alert.annotations, escalatedFrom: to.fromName };
    const next = addToGroup(group, { ...alert, annotations, updatedAt: at }, at, timingsOf(rule.body));
    await this.groups.save(rule.id, to.channelId, next);
  }

  async ended(ruleId: string, alert: { id: string; startedAt: Date }, at: number): Promise<void> {
    for (const channelId of (await this.groups.channelsOf(ruleId)).sort()) {
      const group = await this.groups.lock(ruleId, channelId);
      const known = group?.alerts[alert.id];
      if (group === null || known === undefined) continue;
      const report = this.report(alert.id, known, alert.startedAt.getTime(), at, at);
      // The group runs already; its next look tells the end.
      await this.groups.save(ruleId, channelId, { ...group, alerts: { ...group.alerts, [alert.id]: report } });
    }
  }

  private report(
    key: string,
    { labels, annotations }: Pick<GroupedAlert, 'labels' | 'annotations'>,
    startsAt: number,
    endsAt: number | null,
    updatedAt: number,
  ): GroupedAlert {
    return { key, labels, annotations, startsAt, endsAt, timesOut: false, updatedAt };
  }
}
