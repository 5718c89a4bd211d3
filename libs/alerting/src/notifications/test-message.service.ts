import { Injectable } from '@nestjs/common';
import { type AlertNotification, alertRuleInput } from '@timbre/contracts';
import { NotFoundError } from '@timbre/platform';
import { ChannelRepository } from '../channels/channel.repository.js';
import { MessageComposer } from '../messages/message-composer.service.js';
import { NotificationOutbox } from './notification-outbox.service.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationSender } from './notification-sender.service.js';

/** Sends a test message through a channel the way alerts go. */
@Injectable()
export class TestMessageService {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly composer: MessageComposer,
    private readonly outbox: NotificationOutbox,
    private readonly sender: NotificationSender,
    private readonly notifications: NotificationRepository,
  ) {}

  /** @throws NotFoundError */
  async send(channelId: string, now: Date): Promise<AlertNotification> {
    const channel = await this.channels.find(channelId);
    if (channel === null) throw new NotFoundError('alert channel', channelId);
    const rule = alertRuleInput.parse({
      name: channel.body.name,
      series: 'volume',
      condition: { kind: 'above', threshold: 0 },
      severity: 'info',
    });
    const message = await this.composer.compose({ ruleId: '', rule, reason: 'test', alerts: [], now });
    const id = await this.outbox.put({ ruleId: null, channelId, reason: 'test', alertIds: [], message, now });
    await this.sender.send(id, now);
    const [notification] = await this.notifications.list({ id, limit: 1 });
    if (notification === undefined) throw new NotFoundError('notification', id);
    return notification;
  }
}
