import { type GroupedAlert, isResolved, mergeAlert } from './grouped-alert.js';

/** Lengths in ms. */
export interface GroupTimings {
  /** How long the first notification waits for company. */
  wait: number;
  /** Least distance of notifications of one group. */
  interval: number;
  /** After this long an unchanged group is told again. */
  repeat: number;
}

/** What a receiver was told last: keys of alerts. */
export interface ToldRecord {
  at: number;
  firing: string[];
  resolved: string[];
}

/** Alerts that are told together. Plain JSON. */
export interface NotificationGroup {
  alerts: Record<string, GroupedAlert>;
  /** When to look again; null while there is nothing to tell. */
  nextFlush: number | null;
  flushed: boolean;
  told: Record<string, ToldRecord>;
}

export interface GroupReceiver {
  id: string;
  sendResolved: boolean;
}

export type NotifyReason = 'firing' | 'resolved' | 'repeat';

export interface DueNotification {
  receiver: string;
  reason: NotifyReason;
  alerts: GroupedAlert[];
  /** To be recorded with `recordTold` once it is on its way. Without alerts there is nothing to send, only to record. */
  record: ToldRecord;
}

export const emptyGroup: NotificationGroup = { alerts: {}, nextFlush: null, flushed: false, told: {} };

/** Adds a report of an alert. The first of a group is told after the wait, at once when it has waited long enough. */
export function addToGroup(
  group: NotificationGroup,
  report: GroupedAlert,
  now: number,
  timings: GroupTimings,
): NotificationGroup {
  const alert = mergeAlert(group.alerts[report.key], report);
  const alerts = { ...group.alerts, [alert.key]: alert };
  if (group.flushed && group.nextFlush !== null) return { ...group, alerts };
  const waited = alert.startsAt + timings.wait < now;
  return { ...group, alerts, nextFlush: waited ? now : (group.nextFlush ?? now + timings.wait) };
}

/**
 * Looks what each receiver has to be told now. Muted alerts are left out, of receivers and of what counts as told, so
 * they are told when the silence ends. Receivers that must be told: `recordTold` when it worked; else the next flush
 * tells them again. Afterwards `forgetResolved` unless a receiver failed.
 */
export function flushGroup(
  group: NotificationGroup,
  now: number,
  timings: GroupTimings,
  options: { muted: (alert: GroupedAlert) => boolean; receivers: readonly GroupReceiver[] },
): { group: NotificationGroup; due: DueNotification[] } {
  const all = Object.values(group.alerts);
  const alive = all.length > 0;
  const next: NotificationGroup = { ...group, nextFlush: alive ? now + timings.interval : null, flushed: alive };
  const heard = all
    .map((alert) => (isResolved(alert, now) ? alert : { ...alert, endsAt: null }))
    .filter((alert) => !options.muted(alert))
    .sort((a, b) => a.startsAt - b.startsAt || (a.key < b.key ? -1 : 1));
  const firing = heard.filter((alert) => alert.endsAt === null).map(({ key }) => key);
  const resolved = heard.filter((alert) => alert.endsAt !== null).map(({ key }) => key);
  const due = options.receivers.flatMap(({ id, sendResolved }): DueNotification[] => {
    const reason = whyTell(group.told[id], { firing, resolved }, sendResolved, now, timings.repeat);
    if (reason === null) return [];
    const alerts = sendResolved ? heard : heard.filter((alert) => alert.endsAt === null);
    return [{ receiver: id, reason, alerts, record: { at: now, firing, resolved } }];
  });
  return { group: next, due };
}

/**
 * Alertmanager's rule: tell when something fires that was not told, when all that was told has ended, when more has
 * ended and the receiver wants to know, or when the repeat interval has passed.
 */
export function whyTell(
  told: ToldRecord | undefined,
  { firing, resolved }: { firing: readonly string[]; resolved: readonly string[] },
  sendResolved: boolean,
  now: number,
  repeat: number,
): NotifyReason | null {
  if (told === undefined) return firing.length > 0 ? 'firing' : null;
  if (!firing.every((key) => told.firing.includes(key))) return 'firing';
  if (firing.length === 0) return told.firing.length > 0 ? 'resolved' : null;
  if (sendResolved && !resolved.every((key) => told.resolved.includes(key))) return 'resolved';
  return now - told.at >= repeat ? 'repeat' : null;
}

export function recordTold(group: NotificationGroup, { receiver, record }: DueNotification): NotificationGroup {
  return { ...group, told: { ...group.told, [receiver]: record } };
}

/** Drops the alerts that have ended and were told. */
export function forgetResolved(group: NotificationGroup, now: number): NotificationGroup {
  const alerts = Object.fromEntries(Object.entries(group.alerts).filter(([, alert]) => !isResolved(alert, now)));
  return { ...group, alerts };
}
