import type { AlertSeverity, AlertSilence } from '@timbre/contracts';
import { inWeeklyWindow } from '@timbre/metrics';

/** What a silence may speak of. */
interface Mutable {
  /** Of the rule. */
  id: string;
  severity: AlertSeverity;
  targets: readonly string[];
  /** Key of the series; empty for rules of one series. */
  series: string;
}

/** Whether a silence that has begun and not ended mutes this one now. What it leaves empty does not narrow it. */
export function silences(
  silence: Pick<AlertSilence, 'ruleIds' | 'severities' | 'targets' | 'series' | 'weekly'>,
  one: Mutable,
  now: Date,
): boolean {
  const names = (list: readonly string[], values: readonly string[]): boolean =>
    list.length === 0 || values.some((value) => list.includes(value));
  return (
    names(silence.ruleIds, [one.id]) &&
    names(silence.severities, [one.severity]) &&
    names(silence.targets, [...one.targets, one.series]) &&
    names(silence.series, [one.series]) &&
    (silence.weekly === null || inWeeklyWindow(now.getTime(), silence.weekly))
  );
}
