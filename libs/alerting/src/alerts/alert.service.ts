import { Injectable } from '@nestjs/common';
import { type Alert, type AlertDetail, alertRuleInput } from '@timbre/contracts';
import { EventBus, NotFoundError } from '@timbre/platform';
import { AlertMarkService } from '../marks/alert-mark.service.js';
import { NotificationRepository } from '../notifications/notification.repository.js';
import { SeriesFinder } from '../series/series-finder.service.js';
import { SilenceRepository } from '../silences/silence.repository.js';
import { AlertRepository, type StoredAlert } from './alert.repository.js';
import { presentAlert } from './present-alert.js';

/** What people do with alerts. */
@Injectable()
export class AlertService {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly notifications: NotificationRepository,
    private readonly silences: SilenceRepository,
    private readonly marks: AlertMarkService,
    private readonly series: SeriesFinder,
    private readonly events: EventBus,
  ) {}

  async list(filter: { ruleId?: string; open?: boolean; limit: number }, now: Date): Promise<Alert[]> {
    return this.present(await this.alerts.list(filter), now);
  }

  /** One alert with every state, input and delivery. @throws NotFoundError */
  async detail(id: string, now: Date): Promise<AlertDetail> {
    const stored = await this.existing(id);
    const rule = alertRuleInput.parse(stored.rule);
    const [[alert], transitions, notifications, comments, { filter }] = await Promise.all([
      this.present([stored], now),
      this.alerts.transitions(stored.ruleId, stored.seriesKey, stored.startedAt, stored.endedAt),
      this.notifications.list({ alertId: id, limit: 200 }),
      this.alerts.comments(id),
      this.series.ruleOf(rule, stored.seriesKey),
    ]);
    if (alert === undefined) throw new NotFoundError('alert', id);
    return { alert, filter, transitions, notifications, comments };
  }

  async acknowledge(id: string, by: string, at: Date): Promise<AlertDetail> {
    if (!(await this.alerts.acknowledge(id, by, at))) throw new NotFoundError('alert', id);
    return this.changed(id, at);
  }

  async comment(id: string, comment: { by: string; at: Date; text: string }): Promise<AlertDetail> {
    await this.existing(id);
    await this.alerts.comment(id, comment);
    return this.changed(id, comment.at);
  }

  private async present(stored: readonly StoredAlert[], now: Date): Promise<Alert[]> {
    const [active, marksOf] = await Promise.all([
      this.silences.activeAt(now),
      this.marks.of(stored.map(({ rule }) => alertRuleInput.parse(rule))),
    ]);
    return stored.map((alert) =>
      presentAlert(alert, { active, marks: marksOf(alertRuleInput.parse(alert.rule), alert.seriesKey), now }),
    );
  }

  private async changed(id: string, now: Date): Promise<AlertDetail> {
    const detail = await this.detail(id, now);
    const { ruleId, state } = detail.alert;
    await this.events.publish('alert.changed', { alertId: id, ruleId, state });
    return detail;
  }

  private async existing(id: string): Promise<StoredAlert> {
    const alert = await this.alerts.find(id);
    if (alert === null) throw new NotFoundError('alert', id);
    return alert;
  }
}
