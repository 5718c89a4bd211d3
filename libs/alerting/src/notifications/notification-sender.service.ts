import { Injectable, Logger } from '@nestjs/common';
import { EventBus } from '@timbre/platform';
import { ChannelRepository } from '../channels/channel.repository.js';
import { channelLimits } from '../channels/channel-limits.js';
import { ChannelDelivery } from '../channels/channel-delivery.service.js';
import { DeliveryError } from '../channels/delivery-error.js';
import { nextAttempt } from './next-attempt.js';
import { type ClaimedNotification, NotificationRepository } from './notification.repository.js';

/** Longer than any try may take. */
const leaseMs = 60_000;

/** Sends one notification: at least once, always under the same id, within the channel's limit. */
@Injectable()
export class NotificationSender {
  private readonly log = new Logger('Notifications');

  constructor(
    private readonly notifications: NotificationRepository,
    private readonly channels: ChannelRepository,
    private readonly delivery: ChannelDelivery,
    private readonly events: EventBus,
  ) {}

  async send(id: string, now: Date, random: () => number = Math.random): Promise<void> {
    const claimed = await this.notifications.claim(id, now, new Date(now.getTime() + leaseMs));
    if (claimed === null) return;
    const channel = await this.channels.find(claimed.channelId);
    if (channel === null || !channel.enabled) {
      await this.fail(
        claimed,
        now,
        new DeliveryError('The channel is switched off or was removed.', { final: true }),
        0,
        random,
      );
      return;
    }
    const wait = await this.channels.takeToken(channel.id, channelLimits[channel.body.kind], now);
    if (wait > 0) {
      // Spread over the time that the queue takes, so that a thousand do not ask again for the next token.
      const turn = Math.floor(random() * (await this.notifications.waiting(channel.id)));
      return this.notifications.postpone(id, new Date(now.getTime() + wait * (1 + turn)));
    }

    const begun = performance.now();
    const took = (): number => Math.round(performance.now() - begun);
    try {
      const status = await this.delivery.deliver(channel, claimed, now);
      await this.notifications.recordAttempt(id, {
        at: now.toISOString(),
        ok: true,
        status,
        error: null,
        tookMs: took(),
      });
      await this.notifications.delivered(id, new Date(now.getTime() + took()));
      await this.events.publish('notification.changed', { notificationId: id, state: 'delivered' });
    } catch (error) {
      await this.fail(claimed, now, DeliveryError.of(error), took(), random);
    }
  }

  private async fail(
    { id, failures }: ClaimedNotification,
    now: Date,
    error: DeliveryError,
    tookMs: number,
    random: () => number,
  ): Promise<void> {
    const next = error.final ? null : nextAttempt(failures + 1, now.getTime() + tookMs, random(), error.retryAfterMs);
    const { status, message } = error;
    await this.notifications.recordAttempt(id, { at: now.toISOString(), ok: false, status, error: message, tookMs });
    await this.notifications.failed(id, next === null ? null : new Date(next));
    if (next !== null) return;
    this.log.warn(`Notification ${id} could not be delivered: ${message}`);
    await this.events.publish('notification.changed', { notificationId: id, state: 'dead' });
  }
}
