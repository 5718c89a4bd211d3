import { Injectable } from '@nestjs/common';
import { type JobProcessor, type PayloadOf, Processor } from '@timbre/platform';
import { deliverNotificationQueue } from './deliver-notification.job.js';
import { NotificationSender } from './notification-sender.service.js';

@Injectable()
@Processor(deliverNotificationQueue)
export class DeliverNotificationProcessor implements JobProcessor<typeof deliverNotificationQueue> {
  constructor(private readonly sender: NotificationSender) {}

  process({ notificationId }: PayloadOf<typeof deliverNotificationQueue>): Promise<void> {
    return this.sender.send(notificationId, new Date());
  }
}
