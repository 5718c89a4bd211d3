import {
  type AlertCondition,
  type AlertForEach,
  type AlertRuleInput,
  alertRuleInput,
  type AlertSeries,
} from '@timbre/contracts';

/** A rule as it is typed: lengths are text. */
export interface RuleDraft {
  name: string;
  series: AlertSeries;
  targets: string[];
  kind: AlertCondition['kind'];
  threshold: number;
  low: number;
  high: number;
  window: string;
  interval: string;
  for: string;
  keepFiringFor: string;
  cooldown: string;
  minimumN: number;
  minimumStories: number;
  minimumOutlets: number;
  noData: AlertRuleInput['noData'];
  severity: AlertRuleInput['severity'];
  quiet: boolean;
  quietFrom: string;
  quietTo: string;
  recipients: string[];
  forEach: 'none' | AlertForEach['by'];
  most: number;
  owner: string;
  quietWhile: string[];
}

/** Where the line of a fresh rule lies. */
export const usualThresholds: Record<AlertSeries, number> = {
  net: -0.2,
  'negative-share': 0.5,
  volume: 20,
  'share-of-voice': 0.3,
  polarisation: 0.6,
  'forecast-median': 2030,
  silence: 24,
  'source-health': 0,
};

export function draftOf(rule: AlertRuleInput | null, lengthText: (seconds: number) => string): RuleDraft {
  const condition = rule?.condition ?? { kind: 'below' as const, threshold: -0.2 };
  return {
    name: rule?.name ?? '',
    series: rule?.series ?? 'net',
    targets: rule?.filter.targets ?? [],
    kind: condition.kind,
    threshold:
      'threshold' in condition
        ? condition.threshold
        : condition.kind === 'change'
          ? condition.by
          : condition.kind === 'anomaly'
            ? condition.z
            : condition.kind === 'drift'
              ? condition.limit
              : -0.2,
    low: 'low' in condition ? condition.low : -0.2,
    high: 'high' in condition ? condition.high : 0.4,
    window: lengthText(rule?.window ?? 86_400),
    interval: lengthText(rule?.interval ?? 60),
    for: lengthText(rule?.for ?? 0),
    keepFiringFor: lengthText(rule?.keepFiringFor ?? 3_600),
    cooldown: lengthText(rule?.cooldown ?? 0),
    minimumN: rule?.minimumN ?? 5,
    minimumStories: rule?.minimumStories ?? 0,
    minimumOutlets: rule?.minimumOutlets ?? 2,
    noData: rule?.noData ?? 'keep',
    severity: rule?.severity ?? 'warning',
    quiet: rule?.quietHours != null,
    quietFrom: rule?.quietHours?.from ?? '22:00',
    quietTo: rule?.quietHours?.to ?? '07:00',
    recipients: rule?.recipients ?? [],
    forEach: rule?.forEach?.by ?? 'none',
    most: rule?.forEach?.most ?? 20,
    owner: rule?.owner ?? '',
    quietWhile: rule?.quietWhile ?? [],
  };
}

/** The rule that a draft means, or null while it means none. What the form does not show stays as it was. */
export function ruleOf(draft: RuleDraft, known: AlertRuleInput | null, tz: string): AlertRuleInput | null {
  const shown = {
    name: draft.name.trim() === '' ? '–' : draft.name,
    series: draft.series,
    filter: { sources: [], languages: [], unit: 'stories', ...known?.filter, targets: draft.targets },
    condition: conditionOf(draft, known?.condition),
    window: draft.window,
    interval: draft.interval,
    for: draft.for,
    keepFiringFor: draft.keepFiringFor,
    cooldown: draft.cooldown,
    minimumN: draft.minimumN,
    minimumStories: draft.minimumStories,
    minimumOutlets: draft.minimumOutlets,
    noData: draft.noData,
    severity: draft.severity,
    quietHours: draft.quiet ? { from: draft.quietFrom, to: draft.quietTo, tz } : null,
    recipients: draft.recipients,
    forEach: draft.forEach === 'none' ? null : { by: draft.forEach, most: draft.most },
    owner: draft.owner,
    quietWhile: draft.quietWhile,
  };
  const hidden =
    known === null
      ? {}
      : (({ description, onError, groupWait, groupInterval, repeatInterval, sendResolved, enabled }) => ({
          description,
          onError,
          groupWait,
          groupInterval,
          repeatInterval,
          sendResolved,
          enabled,
        }))(known);
  const parsed = alertRuleInput.safeParse({ ...hidden, ...shown });
  return parsed.success ? parsed.data : null;
}

function conditionOf(draft: RuleDraft, known: AlertCondition | undefined): object {
  const kept = known?.kind === draft.kind ? known : {};
  switch (draft.kind) {
    case 'above':
    case 'below':
      return { ...kept, kind: draft.kind, threshold: draft.threshold };
    case 'outside':
    case 'inside':
      return { kind: draft.kind, low: draft.low, high: draft.high };
    case 'change':
      return { ...kept, kind: 'change', by: draft.threshold };
    case 'anomaly':
      return { direction: draft.series === 'volume' ? 'up' : 'either', ...kept, kind: 'anomaly', z: draft.threshold };
    case 'drift':
      return { ...kept, kind: 'drift', limit: draft.threshold };
  }
}
