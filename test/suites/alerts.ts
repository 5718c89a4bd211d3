import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkVector, type StateVector } from './alerts-states.js';
import { activeOf, playTimeline, type Received, type Timeline, type TimelineStep } from './alerts-timeline.js';
import type { SuiteResult } from './suite.js';

export const name = 'alerts';
export const goal = '100 %';

/** Every notification inside its window and nowhere else, and every vector of the state machine. */
export async function run(dir: string): Promise<SuiteResult> {
  const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(dir, file), 'utf8')) as T;
  const { scenarios } = read<{ scenarios: Timeline[] }>('alertmanager_acceptance.json');
  const { vectors } = read<{ vectors: StateVector[] }>('state_machine_vectors.json');
  const outcomes = [
    ...scenarios.map((timeline) => ({ label: timeline.test, wrong: judge(timeline) })),
    ...vectors.map((vector) => ({ label: vector.source, wrong: checkVector(vector) })),
  ];
  const failures = outcomes.flatMap(({ label, wrong }) => (wrong === null ? [] : [`${label}: ${wrong}`]));
  const passed = outcomes.length - failures.length;
  return { passed, total: outcomes.length, goalMet: failures.length === 0, failures };
}

function judge(timeline: Timeline): string | null {
  const received = playTimeline(timeline);
  const wants = timeline.steps.filter(({ op }) => op === 'Want');
  const tolerance = timeline.tolerance_s;
  const free = new Set(received);
  for (const want of wants) {
    const [from = 0, to = 0] = want.t;
    const inside = [...free].filter(
      ({ who, at }) => who === want.who && at >= from - tolerance && at <= to + tolerance,
    );
    if (want.alerts.length === 0) {
      if (inside.length > 0) return `${want.who} was told something in ${from}–${to} s`;
      continue;
    }
    const found = inside.find((one) => sameAlerts(want.alerts, one, tolerance));
    if (found === undefined)
      return `${want.who} lacks ${JSON.stringify(want.alerts)} in ${from}–${to} s: ${JSON.stringify(inside)}`;
    free.delete(found);
  }
  const extra = [...free][0];
  return extra === undefined ? null : `${extra.who} was also told ${JSON.stringify(extra.alerts)} at ${extra.at} s`;
}

function sameAlerts(wanted: TimelineStep['alerts'], got: Received, tolerance: number): boolean {
  if (wanted.length !== got.alerts.length) return false;
  const left = [...got.alerts];
  return wanted.every((want) => {
    const active = activeOf(want.active);
    const index = left.findIndex(
      (one) =>
        sameFields(want.labels, one.labels) &&
        sameFields(want.annotations ?? {}, one.annotations) &&
        active.length === one.active.length &&
        active.every((seconds, i) => Math.abs(seconds - (one.active[i] ?? 0)) <= tolerance),
    );
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}

const sameFields = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
