import { Injectable } from '@nestjs/common';
import { alertRuleInput } from '@timbre/contracts';
import { type DueNotification, flushGroup, forgetResolved, heldUntil, recordTold, timingsOf } from '@timbre/metrics';
import { Database } from '@timbre/platform';
import { Escalations } from '../escalation/escalations.service.js';
import { MessageComposer } from '../messages/message-composer.service.js';
import { NotificationOutbox } from '../notifications/notification-outbox.service.js';
import { AlertGroupRepository, type DueGroup } from './alert-group.repository.js';
import { Muting } from './muting.service.js';

/** More groups than this wait for the next round. */
const mostPerRound = 500;

/** Decides what is told now. A notification enters the outbox in the transaction that records it as told. */
@Injectable()
export class GroupFlusher {
  constructor(
    private readonly database: Database,
    private readonly groups: AlertGroupRepository,
    private readonly muting: Muting,
    private readonly composer: MessageComposer,
    private readonly outbox: NotificationOutbox,
    private readonly escalations: Escalations,
  ) {}

  /** @returns how many groups were looked at. */
  async flushDue(now: Date): Promise<number> {
    for (let count = 0; ; count += 1) {
      if (count >= mostPerRound || !(await this.database.transaction(() => this.flushNext(now)))) return count;
    }
  }

  private async flushNext(now: Date): Promise<boolean> {
    const due = await this.groups.takeDue(now);
    if (due !== null) await this.flush({ ...due, rule: alertRuleInput.parse(due.rule) }, now);
    return due !== null;
  }

  private async flush(due: DueGroup, now: Date): Promise<void> {
    const { ruleId, channelId, group, rule } = due;
    const at = now.getTime();
    const quietEnd = heldUntil(rule, at);
    if (quietEnd !== null) return this.groups.save(ruleId, channelId, { ...group, nextFlush: quietEnd });

    const muted = await this.muting.of(ruleId, rule, now);
    const receivers = [{ id: channelId, sendResolved: rule.sendResolved }];
    const flushed = flushGroup(group, at, timingsOf(rule), { muted, receivers });
    let next = flushed.group;
    for (const notification of flushed.due) {
      next = recordTold(next, notification);
      if (notification.alerts.length > 0) await this.tell(due, notification, now);
    }
    // What still fires under a silence stays and is told when the silence ends.
    await this.groups.save(ruleId, channelId, forgetResolved(next, at));
  }

  private async tell({ ruleId, channelId, rule }: DueGroup, told: DueNotification, now: Date): Promise<void> {
    const { reason, alerts } = told;
    const message = await this.composer.compose({ ruleId, rule, reason, alerts, now });
    const alertIds = alerts.map(({ key }) => key);
    await this.outbox.put({ ruleId, channelId, reason, alertIds, message, now });
    const firing = alerts.filter(({ endsAt }) => endsAt === null).map(({ key }) => key);
    await this.escalations.expect(firing, channelId, now);
  }
}
