import { Injectable } from '@nestjs/common';
import { alertRuleInput } from '@timbre/contracts';
import { NotFoundError } from '@timbre/platform';
import { chartTitle } from '../messages/message-text.js';
import { TargetNames } from '../messages/target-names.service.js';
import { AlertPictures, type PictureLook } from '../pictures/alert-picture.service.js';
import { SeriesFinder } from '../series/series-finder.service.js';
import { AlertRepository } from './alert.repository.js';

const day = 86_400_000;

/** The chart of an alert's page: the moment replayed, with what came within a day after it. */
@Injectable()
export class AlertCharts {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly series: SeriesFinder,
    private readonly names: TargetNames,
    private readonly pictures: AlertPictures,
  ) {}

  /** @returns a PNG. @throws NotFoundError */
  async of(id: string, look: Omit<PictureLook, 'title'>, now: Date): Promise<Buffer> {
    const alert = await this.alerts.find(id);
    if (alert === null) throw new NotFoundError('alert', id);
    const whole = alertRuleInput.parse(alert.rule);
    const rule = await this.series.ruleOf(whole, alert.seriesKey);
    const series = alert.seriesName === '' ? undefined : alert.seriesName;
    const targets = await this.names.of(rule, whole.forEach?.by, series);
    const last = Math.min(now.getTime(), (alert.endedAt ?? now).getTime() + day);
    const moment = {
      rule,
      since: alert.startedAt.toISOString(),
      until: alert.endedAt?.toISOString() ?? null,
      at: new Date(last).toISOString(),
      input: alert.input,
    };
    const title = chartTitle({ series: rule.series, targets, window: rule.window }, look.language);
    return (await this.pictures.draw(moment, { ...look, title })).png;
  }
}
