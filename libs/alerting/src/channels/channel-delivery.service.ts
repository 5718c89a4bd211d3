import { Injectable } from '@nestjs/common';
import { EgressClient } from '@timbre/platform';
import { AlertLinks } from '../links/alert-links.service.js';
import type { AlertMessage } from '../messages/alert-message.js';
import type { StoredChannel } from './channel.repository.js';
import { alertPost, type ChannelPost } from './channel-post.js';
import { channelRequest } from './channel-request.js';
import { ChannelService } from './channel.service.js';
import { DeliveryError } from './delivery-error.js';
import { Mailer } from './mailer.service.js';

/** Brings one notification to one channel, once. */
@Injectable()
export class ChannelDelivery {
  /** A receiver that has not answered after so long hangs. */
  timeoutMs = 15_000;

  constructor(
    private readonly channels: ChannelService,
    private readonly mailer: Mailer,
    private readonly egress: EgressClient,
    private readonly links: AlertLinks,
  ) {}

  /**
   * @returns the HTTP status, where there is one.
   * @throws DeliveryError, EgressError, SealBrokenError
   */
  async deliver(
    channel: StoredChannel,
    notification: { id: string; message: AlertMessage; createdAt: Date },
    now: Date,
  ): Promise<number | null> {
    const { kind, language, to } = channel.body;
    // In-app notifications are read from the table.
    if (kind === 'in-app') return null;
    if (kind === 'email') {
      await this.mailer.send(to, language, notification);
      return null;
    }
    const { id, message, createdAt } = notification;
    const drawn = message.picture !== undefined;
    const picture = drawn ? this.links.picture({ notificationId: id, language }, createdAt) : null;
    return this.post(channel, alertPost(id, message, language, picture), now);
  }

  /**
   * Tells a hook something. Mail and in-app channels are no hooks and are refused.
   *
   * @returns the HTTP status.
   * @throws DeliveryError, EgressError, SealBrokenError
   */
  async post(channel: StoredChannel, post: ChannelPost, now: Date): Promise<number> {
    const { kind, chat } = channel.body;
    if (kind === 'in-app' || kind === 'email') {
      throw new DeliveryError(`The channel "${channel.body.name}" takes alerts only. Choose another.`, { final: true });
    }
    const { url, secret } = this.channels.secretsOf(channel);
    const request = channelRequest({ kind, url, secret, chat }, post, now.getTime());
    const answer = await this.egress.fetch({
      url: request.url,
      method: 'POST',
      headers: request.headers,
      body: request.body,
      timeoutMs: this.timeoutMs,
      maxRedirects: 0,
      maxBytes: 64 * 1024,
    });
    if (answer.status < 200 || answer.status > 299) {
      const retryAfter = Number(answer.headers['retry-after'] ?? 0);
      throw new DeliveryError(`The receiver answered ${answer.status}.`, {
        status: answer.status,
        // 410: the hook says that it is gone for good.
        final: answer.status === 410,
        retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1_000 : 0,
      });
    }
    const text = answer.bytes.toString('utf8');
    if (request.success !== undefined && !succeeded(text, request.success)) {
      throw new DeliveryError(`The receiver refused: ${text.slice(0, 200)}`, { status: answer.status });
    }
    return answer.status;
  }
}

function succeeded(text: string, { field, value }: { field: string; value: unknown }): boolean {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && (body as Record<string, unknown>)[field] === value;
  } catch {
    return false;
  }
}
