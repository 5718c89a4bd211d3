import { alertTiming, secondsOf } from '@timbre/contracts';
import {
  type AlertObservation,
  type AlertPolicy,
  type AlertState,
  conditionFromText,
  initialAlertState,
  judgeCondition,
  policyOf,
  stepAlert,
  whyTell,
} from '@timbre/metrics';

/** A row of the vectors; which fields are there depends on what it is about. */
export interface StateVector {
  source: string;
  interval?: string;
  expr?: string;
  for?: string;
  keep_firing_for?: string;
  values?: (number | null)[];
  series_present?: boolean[];
  data?: string[];
  policy?: string;
  start?: string;
  want?: string[];
  want_event?: string;
  rule?: string;
}

const minute = 60_000;
const policies: Record<string, AlertPolicy['noData']> = {
  NoData: 'alert',
  Error: 'alert',
  Alerting: 'alert',
  KeepLast: 'keep',
  Normal: 'ok',
  OK: 'ok',
};

/** @returns what is wrong with the way this vector comes out; null when nothing is. */
export function checkVector(vector: StateVector): string | null {
  if (vector.rule !== undefined) return checkDeduplication();
  const { observations, policy, state } = setUp(vector);
  const got = run(observations, policy, state);
  if (vector.want !== undefined) {
    const same =
      vector.want.length === got.states.length && vector.want.every((want, i) => fits(want, got.states[i] ?? ''));
    return same ? null : `wanted ${vector.want.join(', ')}; got ${got.states.join(', ')}`;
  }
  const kind = /Error/.test(vector.want_event ?? '') ? 'error' : 'no-data';
  const early = got.events.slice(0, -1).some((events) => events.length > 0);
  const last = got.events.at(-1) ?? [];
  return !early && last.includes(`firing ${kind}`)
    ? null
    : `wanted a new ${kind} alert; got ${JSON.stringify(got.events)}`;
}

/** "firing(kept)" is recovering here; "resolved(x)" is an end for that reason. */
function fits(want: string, got: string): boolean {
  if (want === 'firing(kept)') return got === 'recovering';
  if (want === 'resolved') return got.startsWith('resolved');
  return want.toLowerCase().replaceAll(/[^a-z()]/g, '') === got.toLowerCase().replaceAll(/[^a-z()]/g, '');
}

function setUp(vector: StateVector): { observations: AlertObservation[]; policy: AlertPolicy; state: AlertState } {
  const interval = msOf(vector.interval) || minute;
  const condition = conditionFromText(vector.expr ?? 'v > 50');
  const onMissing = policies[vector.policy ?? ''] ?? 'keep';
  const timing = alertTiming.parse({
    condition,
    interval: interval / 1_000,
    for: msOf(vector.for) / 1_000,
    keepFiringFor: msOf(vector.keep_firing_for) / 1_000,
    noData: onMissing,
    onError: onMissing,
  });
  const failing: AlertObservation[] = Array.from({ length: 3 }, (_, i) => ({
    at: i * interval,
    breached: null,
    error: 'timeout',
  }));
  const seen: AlertObservation[] =
    vector.values?.map((value, i) => ({ at: i * interval, breached: judgeCondition(condition, value).breached })) ??
    vector.series_present?.map((present, i) => ({ at: i * interval, breached: true, missing: !present })) ??
    vector.data?.map((value, i) => ({
      at: i * interval,
      breached: value === 'none' ? null : judgeCondition(condition, Number(value)).breached,
    })) ??
    (vector.policy === 'Error' ? failing : [{ at: 0, breached: null }]);
  const start = initialAlertState(-interval);
  const state: AlertState =
    vector.start === 'firing' ? { ...start, phase: 'firing', open: 'threshold', lastAt: -interval } : start;
  return { observations: seen, policy: policyOf(timing), state };
}

function run(observations: readonly AlertObservation[], policy: AlertPolicy, start: AlertState) {
  let state = start;
  const events: string[][] = [];
  const states = observations.map((observation) => {
    const step = stepAlert(state, observation, policy);
    // Through JSON, as a process that starts again would have it.
    state = JSON.parse(JSON.stringify(step.state)) as AlertState;
    events.push(step.events.map(({ type, kind }) => `${type} ${kind}`));
    const ended = step.events.find(({ type }) => type === 'resolved');
    if (step.evicted) return 'evicted';
    if (ended !== undefined && state.open === null) {
      return ended.reason === 'breach-ended' ? 'resolved' : `resolved(${spelled(ended.reason)})`;
    }
    if (state.missing > 0 && state.phase === 'firing') return 'firing(missing)';
    return state.phase === 'normal' ? 'inactive' : state.phase;
  });
  return { states, events };
}

const spelled = (reason: string): string =>
  ({ 'missing-series': 'MissingSeries', 'no-data': 'reason=NoData' })[reason] ?? reason;

/** The deduplication rule over all small sets of alerts. */
function checkDeduplication(): string | null {
  const sets = [[], ['a'], ['b'], ['a', 'b']];
  for (const told of sets)
    for (const firing of sets)
      for (const sendResolved of [true, false])
        for (const [elapsed, repeats] of [
          [10, false],
          [100, true],
        ] as const) {
          const resolved = told.filter((key) => !firing.includes(key));
          const why = whyTell({ at: 0, firing: told, resolved: [] }, { firing, resolved }, sendResolved, elapsed, 100);
          const grown = firing.some((key) => !told.includes(key));
          const allOver = firing.length === 0 && told.length > 0;
          const shrunk = sendResolved && firing.length > 0 && resolved.length > 0;
          const wanted = grown || allOver || shrunk || (repeats && firing.length > 0);
          if ((why !== null) !== wanted) return `told ${told}, firing ${firing}: ${why}`;
        }
  return whyTell(undefined, { firing: [], resolved: ['a'] }, true, 0, 100) === null
    ? null
    : 'told of an end that nobody saw begin';
}

const msOf = (text: string | undefined): number => (text === undefined ? 0 : (secondsOf(text) ?? 0) * 1_000);
