import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AlertNotification } from '@timbre/contracts';
import { Database, NotFoundError, QueueService } from '@timbre/platform';
import { type AlertMessage, subjectOf } from '../messages/alert-message.js';
import { deliverNotificationQueue } from './deliver-notification.job.js';
import { NotificationRepository } from './notification.repository.js';

const keptMs = 400 * 86_400_000;

/** What is to be sent. The table is the record; the queue only says that now is the time. */
@Injectable()
export class NotificationOutbox {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationRepository,
    private readonly queues: QueueService,
  ) {}

  /** Joins the open transaction; the job is queued when it commits. @returns the id that receivers see. */
  async put(row: {
    ruleId: string | null;
    channelId: string;
    reason: AlertNotification['reason'];
    alertIds: string[];
    message: AlertMessage;
    now: Date;
  }): Promise<string> {
    const { now, ...rest } = row;
    const id = randomUUID();
    await this.notifications.insert({ ...rest, id, subject: subjectOf(row.message, 'en') }, now);
    await this.database.afterCommit(() => this.request([id]));
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
