import { Injectable } from '@nestjs/common';
import { alertRuleInput } from '@timbre/contracts';
import type { GroupedAlert } from '@timbre/metrics';
import { Database } from '@timbre/platform';
import { AlertRepository } from '../alerts/alert.repository.js';
import { ChannelRepository } from '../channels/channel.repository.js';
import { AlertGroupRepository } from '../telling/alert-group.repository.js';
import { AlertAnnouncer } from '../telling/alert-announcer.service.js';
import { Muting } from '../telling/muting.service.js';
import { AlertEscalationRepository, type DueEscalation } from './alert-escalation.repository.js';

const mostPerRound = 200;
/** A muted alert is looked at again so much later. */
const mutedMs = 60_000;

/** Tells the next channel when nobody has acknowledged an alert. From there on that channel hears of it like any other. */
@Injectable()
export class Escalations {
  constructor(
    private readonly database: Database,
    private readonly escalations: AlertEscalationRepository,
    private readonly channels: ChannelRepository,
    private readonly alerts: AlertRepository,
    private readonly groups: AlertGroupRepository,
    private readonly announcer: AlertAnnouncer,
    private readonly muting: Muting,
  ) {}

  /** A channel was told of these alerts: from now on its escalation runs. Joins the open transaction. */
  async expect(alertIds: readonly string[], fromChannelId: string, now: Date): Promise<void> {
    if (alertIds.length === 0) return;
    const escalation = (await this.channels.find(fromChannelId))?.body.escalation ?? null;
    if (escalation === null) return;
    const due = new Date(now.getTime() + escalation.after * 1_000);
    await this.escalations.expect(alertIds, { channelId: escalation.to, fromChannelId }, due);
  }

  /** @returns how many were looked at. */
  async tellDue(now: Date): Promise<number> {
    for (let count = 0; ; count += 1) {
      if (count >= mostPerRound || !(await this.database.transaction(() => this.tellNext(now)))) return count;
    }
  }

  forgetSettled(): Promise<void> {
    return this.escalations.forgetSettled();
  }

  private async tellNext(now: Date): Promise<boolean> {
    const due = await this.escalations.takeDue(now);
    if (due === null) return false;
    const alert = await this.grouped(due);
    if (alert === null) await this.escalations.told(due, now);
    else if (await this.isMuted(alert, now)) {
      await this.escalations.postpone(due, new Date(now.getTime() + mutedMs));
    } else {
      const from = await this.channels.find(due.fromChannelId);
      const to = { channelId: due.channelId, fromName: from?.body.name ?? '' };
      await this.announcer.escalated(alert.rule, alert.alert, to, now.getTime());
      await this.escalations.told(due, now);
    }
    return true;
  }

  /** The alert as the first channel's group has it, with its rule; null when it is gone there. */
  private async grouped({ alertId, fromChannelId }: DueEscalation) {
    const stored = await this.alerts.find(alertId);
    if (stored === null) return null;
    const group = await this.groups.lock(stored.ruleId, fromChannelId);
    const alert = group?.alerts[alertId];
    const rule = { id: stored.ruleId, body: alertRuleInput.parse(stored.rule) };
    return alert === undefined ? null : { alert, rule };
  }

  private async isMuted(
    { alert, rule }: NonNullable<Awaited<ReturnType<Escalations['grouped']>>>,
    now: Date,
  ): Promise<boolean> {
    const muted: (alert: GroupedAlert) => boolean = await this.muting.of(rule.id, rule.body, now);
    return muted(alert);
  }
}
