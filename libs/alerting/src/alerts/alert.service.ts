import { Injectable } from '@nestjs/common';
import type { Alert, AlertDetail } from '@timbre/contracts';
import { EventBus, NotFoundError } from '@timbre/platform';
import { NotificationRepository } from '../notifications/notification.repository.js';
import { AlertRepository } from './alert.repository.js';

/** What people do with alerts. */
@Injectable()
export class AlertService {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly notifications: NotificationRepository,
    private readonly events: EventBus,
  ) {}

  list(filter: { ruleId?: string; open?: boolean; limit: number }): Promise<Alert[]> {
    return this.alerts.list(filter);
  }

  /** One alert with every state, input and delivery. @throws NotFoundError */
  async detail(id: string): Promise<AlertDetail> {
    const alert = await this.existing(id);
    const [transitions, notifications, comments] = await Promise.all([
      this.alerts.transitions(
        alert.ruleId,
        new Date(alert.startedAt),
        alert.endedAt === null ? null : new Date(alert.endedAt),
      ),
      this.notifications.list({ alertId: id, limit: 200 }),
      this.alerts.comments(id),
    ]);
    return { alert, transitions, notifications, comments };
  }

  async acknowledge(id: string, by: string, at: Date): Promise<AlertDetail> {
    if (!(await this.alerts.acknowledge(id, by, at))) throw new NotFoundError('alert', id);
    return this.changed(id);
  }

  async comment(id: string, comment: { by: string; at: Date; text: string }): Promise<AlertDetail> {
    await this.existing(id);
    await this.alerts.comment(id, comment);
    return this.changed(id);
  }

  private async changed(id: string): Promise<AlertDetail> {
    const detail = await this.detail(id);
    const { ruleId, state } = detail.alert;
    await this.events.publish('alert.changed', { alertId: id, ruleId, state });
    return detail;
  }

  private async existing(id: string): Promise<Alert> {
    const alert = await this.alerts.find(id);
    if (alert === null) throw new NotFoundError('alert', id);
    return alert;
  }
}
