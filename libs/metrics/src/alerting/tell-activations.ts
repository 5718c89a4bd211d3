import type { AlertRuleInput } from '@timbre/contracts';
import type { ActivationEvent } from './alert-state.js';
import {
  addToGroup,
  emptyGroup,
  flushGroup,
  forgetResolved,
  type GroupTimings,
  type NotificationGroup,
  type NotifyReason,
  recordTold,
} from './notification-group.js';
import { quietUntil } from './quiet-until.js';

type TellingRule = Pick<
  AlertRuleInput,
  'groupWait' | 'groupInterval' | 'repeatInterval' | 'sendResolved' | 'severity' | 'quietHours'
>;

/** What is told when: `firing` and `resolved` are the starts (ms) of the activations. */
export interface Telling {
  at: number;
  reason: NotifyReason;
  firing: number[];
  resolved: number[];
}

export function timingsOf(rule: Pick<AlertRuleInput, 'groupWait' | 'groupInterval' | 'repeatInterval'>): GroupTimings {
  return { wait: rule.groupWait * 1_000, interval: rule.groupInterval * 1_000, repeat: rule.repeatInterval * 1_000 };
}

/** End of the quiet that holds a notification of this rule back; null when it may leave now. */
export function heldUntil(rule: Pick<AlertRuleInput, 'severity' | 'quietHours'>, at: number): number | null {
  if (rule.quietHours === null || (rule.severity === 'critical' && rule.quietHours.exceptCritical)) return null;
  return quietUntil(at, rule.quietHours);
}

const receiver = 'everyone';

/**
 * The notifications that the activations of one rule lead to, moment by moment.
 *
 * @example const tell = tellActivations(rule); tell(at, events) // notifications due up to `at`
 */
export function tellActivations(rule: TellingRule): (until: number, events: readonly ActivationEvent[]) => Telling[] {
  const timings = timingsOf(rule);
  let group: NotificationGroup = emptyGroup;
  let begun: number | null = null;

  function flushUntil(until: number): Telling[] {
    const told: Telling[] = [];
    while (group.nextFlush !== null && group.nextFlush <= until) {
      const at = group.nextFlush;
      const quietEnd = heldUntil(rule, at);
      if (quietEnd !== null) {
        group = { ...group, nextFlush: quietEnd };
        continue;
      }
      const receivers = [{ id: receiver, sendResolved: rule.sendResolved }];
      const flushed = flushGroup(group, at, timings, { muted: () => false, receivers });
      group = flushed.group;
      for (const due of flushed.due) {
        group = recordTold(group, due);
        const starts = (ended: boolean): number[] =>
          due.alerts.filter(({ endsAt }) => (endsAt !== null) === ended).map(({ startsAt }) => startsAt);
        if (due.alerts.length > 0) told.push({ at, reason: due.reason, firing: starts(false), resolved: starts(true) });
      }
      group = forgetResolved(group, at);
    }
    return told;
  }

  return (until, events) => {
    const told: Telling[] = [];
    for (const { at, type } of events) {
      told.push(...flushUntil(at - 1));
      if (type === 'firing') begun = at;
      const startsAt = begun ?? at;
      const endsAt = type === 'resolved' ? at : null;
      const report = { labels: {}, annotations: {}, timesOut: false, updatedAt: at };
      group = addToGroup(group, { ...report, key: String(startsAt), startsAt, endsAt }, at, timings);
    }
    told.push(...flushUntil(until));
    return told;
  };
}
