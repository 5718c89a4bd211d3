import { type Alert, alertRuleInput, type AlertSilence } from '@timbre/contracts';
import { verdictOf, type VerdictMark } from '@timbre/metrics';
import { silences } from '../silences/silences.js';
import type { StoredAlert } from './alert.repository.js';

/** An alert as the API shows it, under the silences that are active and with what people made of it. */
export function presentAlert(
  alert: StoredAlert,
  { active, marks, now }: { active: readonly AlertSilence[]; marks: readonly VerdictMark[]; now: Date },
): Alert {
  const { id, ruleId, kind, state, input, startedAt, endedAt, acknowledgedBy, acknowledgedAt } = alert;
  const rule = alertRuleInput.parse(alert.rule);
  const muted = { id: ruleId, severity: rule.severity, targets: rule.filter.targets, series: alert.seriesKey };
  return {
    id,
    ruleId,
    ruleName: rule.name,
    series: { key: alert.seriesKey, name: alert.seriesName },
    severity: rule.severity,
    kind,
    state,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    value: input?.value ?? null,
    n: input?.n ?? null,
    acknowledgedBy,
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    silenced: active.some((silence) => silences(silence, muted, now)),
    verdict: verdictOf({ from: startedAt.getTime(), to: endedAt?.getTime() ?? startedAt.getTime() }, marks),
  };
}
