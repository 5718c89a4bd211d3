import type { AlertSeriesRef, AlertSimulation } from '@timbre/contracts';
import { type ReplayedStep, verdictOf, type VerdictMark } from '@timbre/metrics';

/** The alerts that there would have been in one series, with what people made of them. */
export function replayedAlerts(
  series: AlertSeriesRef,
  steps: readonly ReplayedStep[],
  marks: readonly VerdictMark[],
): AlertSimulation['alerts'] {
  const alerts: AlertSimulation['alerts'] = [];
  for (const { events, input } of steps) {
    for (const { at, type, kind } of events) {
      const moment = new Date(at).toISOString();
      const last = alerts.at(-1);
      if (type === 'firing') {
        alerts.push({ from: moment, to: null, kind, value: input.value, n: input.n, series, verdict: null });
      } else if (last !== undefined) last.to = moment;
    }
  }
  for (const alert of alerts) {
    const [from, to] = [Date.parse(alert.from), alert.to === null ? null : Date.parse(alert.to)];
    alert.verdict = verdictOf({ from, to }, marks);
  }
  return alerts;
}
