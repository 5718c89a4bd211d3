import { secondsOf } from '@timbre/contracts';
import {
  addToGroup,
  emptyGroup,
  flushGroup,
  forgetResolved,
  type GroupedAlert,
  type GroupTimings,
  type InhibitionRule,
  isInhibited,
  mergeAlert,
  type NotificationGroup,
  recordTold,
} from '@timbre/metrics';
import { parse } from 'yaml';

/** A step of a timeline as the archive has it; times are seconds. */
export interface TimelineStep {
  op: string;
  who: string;
  t: number[];
  alerts: { labels: Record<string, string>; annotations?: Record<string, string>; active?: number[] | string }[];
  raw?: string;
}
export interface Timeline {
  file: string;
  test: string;
  tolerance_s: number;
  config: string;
  steps: TimelineStep[];
}

interface Config {
  global?: { resolve_timeout?: string };
  route: { group_by?: string[]; group_wait?: string; group_interval?: string; repeat_interval?: string };
  receivers: { webhook_configs?: { send_resolved?: boolean }[] }[];
  inhibit_rules?: {
    source_match?: Record<string, string>;
    target_match?: Record<string, string>;
    equal?: string[];
  }[];
}

interface Silence {
  from: number;
  to: number;
  matches: (labels: Readonly<Record<string, string>>) => boolean;
}

/** What a receiver got, times in seconds. */
export interface Received {
  who: string;
  at: number;
  alerts: {
    labels: Readonly<Record<string, string>>;
    annotations: Readonly<Record<string, string>>;
    active: number[];
  }[];
}

/**
 * What the extraction of the timelines lost, read in their source: in TestReload the configuration is loaded again at
 * 3 s, and in TestRetry the second receiver refuses until 4.5 s.
 */
const lost: Record<string, { reloads?: number[]; refuses?: { receiver: number; until: number } }> = {
  TestReload: { reloads: [3] },
  TestRetry: { refuses: { receiver: 1, until: 4.5 } },
};

/** Plays a timeline with a clock of its own; receivers are named as the expectations name them, in their order. */
export function playTimeline(timeline: Timeline): Received[] {
  const config = parse(timeline.config) as Config;
  const names = [...new Set(timeline.steps.filter(({ op }) => op === 'Want').map(({ who }) => who))].sort();
  const hooks = config.receivers.flatMap((receiver) => receiver.webhook_configs ?? []);
  const receivers = hooks.map((hook, index) => ({
    id: names[index] ?? `receiver ${index}`,
    sendResolved: hook.send_resolved ?? true,
  }));
  const timings: GroupTimings = {
    wait: msOf(config.route.group_wait, 30_000),
    interval: msOf(config.route.group_interval, 300_000),
    repeat: msOf(config.route.repeat_interval, 4 * 3_600_000),
  };
  const inhibitions: InhibitionRule[] = (config.inhibit_rules ?? []).map((rule) => ({
    source: rule.source_match ?? {},
    target: rule.target_match ?? {},
    equal: rule.equal ?? [],
  }));
  const resolveTimeout = msOf(config.global?.resolve_timeout, 300_000);
  const { reloads = [], refuses } = lost[timeline.test] ?? {};

  const known = new Map<string, GroupedAlert>();
  const groups = new Map<string, NotificationGroup>();
  const silences = new Map<string, Silence>();
  const received: Received[] = [];
  const deeds = [
    ...timeline.steps
      .filter(({ op }) => op !== 'Want')
      .map((step) => ({ at: (step.t[0] ?? 0) * 1_000, run: (now: number) => act(step, now) })),
    ...reloads.map((at) => ({ at: at * 1_000, run: reload })),
  ].sort((a, b) => a.at - b.at);
  const end = Math.max(...timeline.steps.flatMap(({ t }) => t)) * 1_000;

  for (;;) {
    const due = [...groups].flatMap(([key, { nextFlush }]) => (nextFlush === null ? [] : [{ key, at: nextFlush }]));
    const flush = due.sort((a, b) => a.at - b.at)[0];
    const deed = deeds[0];
    if (deed !== undefined && (flush === undefined || deed.at <= flush.at)) {
      deeds.shift();
      deed.run(deed.at);
    } else if (flush !== undefined && flush.at <= end) flushOne(flush.key, flush.at);
    else return received;
  }

  function act(step: TimelineStep, now: number): void {
    if (step.op === 'Push') for (const given of step.alerts) push(given, now);
    else if (step.op === 'SetSilence') silences.set(step.raw ?? '', readSilence(step.raw ?? '', now));
    else if (step.op === 'DelSilence') silences.delete(step.raw ?? '');
    else if (/reload/i.test(step.op + (step.raw ?? ''))) reload(now);
  }

  function push(given: TimelineStep['alerts'][number], now: number): void {
    const [start, stop] = activeOf(given.active).map((seconds) => seconds * 1_000);
    const key = JSON.stringify(Object.entries(given.labels).sort());
    const report: GroupedAlert = {
      key,
      labels: given.labels,
      annotations: given.annotations ?? {},
      startsAt: start ?? now,
      endsAt: stop ?? now + resolveTimeout,
      timesOut: stop === undefined,
      updatedAt: now,
    };
    const merged = mergeAlert(known.get(key), report);
    known.set(key, merged);
    join(merged, now);
  }

  function join(alert: GroupedAlert, now: number): void {
    const name = JSON.stringify((config.route.group_by ?? []).map((label) => alert.labels[label] ?? ''));
    groups.set(name, addToGroup(groups.get(name) ?? emptyGroup, alert, now, timings));
  }

  /** Timers begin anew, what was told is remembered. */
  function reload(now: number): void {
    for (const [key, group] of groups) groups.set(key, { ...emptyGroup, told: group.told });
    for (const alert of known.values()) if (alert.endsAt === null || alert.endsAt > now) join(alert, now);
  }

  function flushOne(key: string, now: number): void {
    const all = [...known.values()];
    const muted = (alert: GroupedAlert): boolean =>
      isInhibited(alert, all, inhibitions, now) ||
      [...silences.values()].some(({ from, to, matches }) => from <= now && now < to && matches(alert.labels));
    const flushed = flushGroup(groups.get(key) ?? emptyGroup, now, timings, { muted, receivers });
    let { group } = flushed;
    let failed = false;
    for (const due of flushed.due) {
      const index = receivers.findIndex(({ id }) => id === due.receiver);
      if (refuses !== undefined && refuses.receiver === index && now < refuses.until * 1_000) {
        failed = true;
        continue;
      }
      group = recordTold(group, due);
      if (due.alerts.length === 0) continue;
      received.push({
        who: due.receiver,
        at: now / 1_000,
        alerts: due.alerts.map(({ labels, annotations, startsAt, endsAt }) => ({
          labels,
          annotations,
          active: endsAt === null ? [startsAt / 1_000] : [startsAt / 1_000, endsAt / 1_000],
        })),
      });
    }
    groups.set(key, failed ? group : forgetResolved(group, now));
  }
}

const msOf = (text: string | undefined, otherwise: number): number => {
  const seconds = text === undefined ? null : secondsOf(text);
  return seconds === null ? otherwise : seconds * 1_000;
};

/** Where the extraction met a call it did not know, the numbers are still in its text. */
export function activeOf(active: number[] | string | undefined): number[] {
  if (active === undefined) return [];
  return typeof active === 'string' ? [...active.matchAll(/\d+(?:\.\d+)?/g)].map(Number) : active;
}

function readSilence(raw: string, now: number): Silence {
  const range = /Silence\(\s*([\d.]+)\s*,\s*([\d.]+)\s*\)/.exec(raw);
  const matchers = [...raw.matchAll(/Match(RE)?\(\s*"([^"]*)"\s*,\s*"([^"]*)"\s*\)/g)].map(
    ([, pattern, name = '', value = '']) =>
      (labels: Readonly<Record<string, string>>): boolean =>
        pattern === undefined ? labels[name] === value : new RegExp(`^(?:${value})$`).test(labels[name] ?? ''),
  );
  return {
    from: range === null ? now : Number(range[1]) * 1_000,
    to: range === null ? Infinity : Number(range[2]) * 1_000,
    matches: (labels) => matchers.every((matches) => matches(labels)),
  };
}
