import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AlertNotification } from '@timbre/contracts';
import { Database, NotFoundError, QueueService } from '@timbre/platform';
import { channelLimits } from '../channels/channel-limits.js';
import { ChannelRepository } from '../channels/channel.repository.js';
import type { AlertMessage, DigestItem } from '../messages/alert-message.js';
import { subjectOf } from '../messages/message-text.js';
import { deliverNotificationQueue } from './deliver-notification.job.js';
import { NotificationRepository } from './notification.repository.js';

const keptMs = 400 * 86_400_000;
/** How long a digest gathers. */
const gatherMs = 60_000;

/** What is to be sent. The table is the record; the queue only says that now is the time. */
@Injectable()
export class NotificationOutbox {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationRepository,
    private readonly channels: ChannelRepository,
    private readonly queues: QueueService,
  ) {}

  /**
   * Joins the open transaction; the job is queued when it commits. When more waits for a channel that people read than
   * may leave within two minutes, the message goes into a digest instead.
   *
   * @returns the id that receivers see.
   */
  async put(row: {
    ruleId: string | null;
    channelId: string;
    reason: AlertNotification['reason'];
    alertIds: string[];
    message: AlertMessage;
    now: Date;
  }): Promise<string> {
    const { now, ...rest } = row;
    if (row.reason !== 'test' && (await this.overflows(row.channelId))) return this.digest(row);
    const id = randomUUID();
    await this.notifications.insert({ ...rest, id, subject: subjectOf(row.message, 'en') }, now);
    await this.database.afterCommit(() => this.request([id]));
    return id;
  }

  private async overflows(channelId: string): Promise<boolean> {
    const kind = (await this.channels.find(channelId))?.body.kind;
    if (kind === undefined || kind === 'webhook' || kind === 'in-app') return false;
    return (await this.notifications.waiting(channelId)) >= 2 * channelLimits[kind].most;
  }

  /** Adds to the digest that still gathers, or begins one. */
  private async digest(row: {
    channelId: string;
    alertIds: string[];
    message: AlertMessage;
    now: Date;
  }): Promise<string> {
    const { channelId, alertIds, message, now } = row;
    const item: DigestItem = {
      subject: { en: subjectOf(message, 'en'), zh: subjectOf(message, 'zh') },
      at: now.toISOString(),
      link: message.links.alert,
    };
    const known = await this.notifications.addToDigest(channelId, item, alertIds);
    if (known !== null) return known;
    const id = randomUUID();
    const { picture: _picture, others: _others, of: _of, ...rest } = message;
    const digest: AlertMessage = { ...rest, reason: 'digest', articles: [], items: [item] };
    const inserted = { id, ruleId: null, channelId, reason: 'digest' as const, alertIds, message: digest };
    const due = new Date(now.getTime() + gatherMs);
    await this.notifications.insert({ ...inserted, subject: '[Digest]' }, now, due);
    return id;
  }

  /** Asks again for all that should have left: after a lost queue, a killed sender, a pause between tries. */
  async requestDue(now: Date): Promise<number> {
    const ids = await this.notifications.due(now, 1_000);
    await this.request(ids);
    return ids.length;
  }

  /** @throws NotFoundError when no dead notification has this id. */
  async resend(id: string, now: Date): Promise<void> {
    if (!(await this.notifications.revive(id, now))) throw new NotFoundError('dead notification', id);
    await this.request([id]);
  }

  forgetOld(now: Date): Promise<void> {
    return this.notifications.forgetBefore(new Date(now.getTime() - keptMs));
  }

  private async request(ids: readonly string[]): Promise<void> {
    for (const notificationId of ids) {
      await this.queues.add(deliverNotificationQueue, { notificationId }, { deduplicate: { key: notificationId } });
    }
  }
}
