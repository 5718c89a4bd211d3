import { Injectable } from '@nestjs/common';
import { alertRuleInput } from '@timbre/contracts';
import { flushGroup, forgetResolved, heldUntil, recordTold, timingsOf } from '@timbre/metrics';
import { Database } from '@timbre/platform';
import { MessageComposer } from '../messages/message-composer.service.js';
import { NotificationOutbox } from '../notifications/notification-outbox.service.js';
import { SilenceRepository, silences } from '../silences/silence.repository.js';
import { AlertGroupRepository, type DueGroup } from './alert-group.repository.js';

/** More groups than this wait for the next round. */
const mostPerRound = 500;

/** Decides what is told now. A notification enters the outbox in the transaction that records it as told. */
@Injectable()
export class GroupFlusher {
  constructor(
    private readonly database: Database,
    private readonly groups: AlertGroupRepository,
    private readonly silenced: SilenceRepository,
    private readonly composer: MessageComposer,
    private readonly outbox: NotificationOutbox,
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

  private async flush({ ruleId, channelId, group, rule }: DueGroup, now: Date): Promise<void> {
    const at = now.getTime();
    const quietEnd = heldUntil(rule, at);
    if (quietEnd !== null) return this.groups.save(ruleId, channelId, { ...group, nextFlush: quietEnd });

    const active = await this.silenced.activeAt(now);
    const muted = active.some((silence) => silences(silence, { id: ruleId, severity: rule.severity }));
    const receivers = [{ id: channelId, sendResolved: rule.sendResolved }];
    const flushed = flushGroup(group, at, timingsOf(rule), { muted: () => muted, receivers });
    let next = flushed.group;
    for (const due of flushed.due) {
      next = recordTold(next, due);
      if (due.alerts.length === 0) continue;
      const message = await this.composer.compose({ ruleId, rule, reason: due.reason, alerts: due.alerts, now });
      await this.outbox.put({
        ruleId,
        channelId,
        reason: due.reason,
        alertIds: due.alerts.map(({ key }) => key),
        message,
        now,
      });
    }
    // What still fires under a silence stays and is told when the silence ends.
    await this.groups.save(ruleId, channelId, forgetResolved(next, at));
  }
}
