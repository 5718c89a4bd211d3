import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { AlertNotification } from '@timbre/contracts';
import { Access } from '@timbre/platform';
import { z } from 'zod';
import { NotificationOutbox } from '../notifications/notification-outbox.service.js';
import { NotificationRepository } from '../notifications/notification.repository.js';

const notificationId = z.uuid();
const notificationQuery = z.object({
  state: z.enum(['waiting', 'delivered', 'dead']).optional(),
  alertId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

@Controller('notifications')
@Access('viewer')
export class NotificationController {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly outbox: NotificationOutbox,
  ) {}

  @Get()
  list(
    @Query({ schema: notificationQuery }) { state, alertId, limit }: z.output<typeof notificationQuery>,
  ): Promise<AlertNotification[]> {
    return this.notifications.list({
      limit,
      ...(state === undefined ? {} : { state }),
      ...(alertId === undefined ? {} : { alertId }),
    });
  }

  @Post(':id/resend')
  @HttpCode(202)
  @Access('analyst', 'alerts:write')
  resend(@Param('id', { schema: notificationId }) id: string): Promise<void> {
    return this.outbox.resend(id, new Date());
  }
}
