import { Injectable } from '@nestjs/common';
import { type AlertRuleInput, alertRuleInput } from '@timbre/contracts';
import { type GroupedAlert, type InhibitionRule, isInhibited } from '@timbre/metrics';
import { AlertRepository } from '../alerts/alert.repository.js';
import { AlertRuleRepository } from '../rules/alert-rule.repository.js';
import { SilenceRepository } from '../silences/silence.repository.js';
import { silences } from '../silences/silences.js';

/** Decides which alerts are not told now: silences, and rules that keep others quiet while they fire. */
@Injectable()
export class Muting {
  constructor(
    private readonly silenced: SilenceRepository,
    private readonly alerts: AlertRepository,
    private readonly rules: AlertRuleRepository,
  ) {}

  /** @returns whether an alert of this rule is muted at this moment. */
  async of(ruleId: string, rule: AlertRuleInput, now: Date): Promise<(alert: GroupedAlert) => boolean> {
    const active = await this.silenced.activeAt(now);
    const { firing, inhibitions } = await this.louder(ruleId, rule);
    return (alert) => {
      const series = alert.labels.series ?? '';
      const one = { id: ruleId, severity: rule.severity, targets: rule.filter.targets, series };
      const labelled = { ...alert, labels: { ...alert.labels, rule: ruleId } };
      return (
        active.some((silence) => silences(silence, one, now)) ||
        isInhibited(labelled, firing, inhibitions, now.getTime())
      );
    };
  }

  /** What fires of the rules that keep this one quiet. Rules of the same kind of series do so series by series. */
  private async louder(
    ruleId: string,
    rule: AlertRuleInput,
  ): Promise<{ firing: GroupedAlert[]; inhibitions: InhibitionRule[] }> {
    if (rule.quietWhile.length === 0) return { firing: [], inhibitions: [] };
    const [open, bodies] = await Promise.all([
      this.alerts.openOf(rule.quietWhile),
      this.rules.bodiesOf(rule.quietWhile),
    ]);
    const firing = open.map(({ id, ruleId: louder, seriesKey, startedAt }): GroupedAlert => ({
      key: id,
      labels: { rule: louder, series: seriesKey },
      annotations: {},
      startsAt: startedAt.getTime(),
      endsAt: null,
      timesOut: false,
      updatedAt: startedAt.getTime(),
    }));
    const inhibitions = bodies.map(({ id, body }) => {
      const by = alertRuleInput.parse(body).forEach?.by;
      const sameSeries = by !== undefined && by === rule.forEach?.by;
      return { source: { rule: id }, target: { rule: ruleId }, equal: sameSeries ? ['series'] : [] };
    });
    return { firing, inhibitions };
  }
}
