import type { AlertPhase, NoDataPolicy } from '@timbre/contracts';
import {
  type ActivationEvent,
  type ActivationKind,
  type AlertObservation,
  type AlertPolicy,
  type AlertState,
  ERRORS_TO_FAIL,
  MISSING_TO_RESOLVE,
  type PhaseChange,
} from './alert-state.js';

export interface AlertStep {
  state: AlertState;
  changes: PhaseChange[];
  events: ActivationEvent[];
  /** The series does not exist any more; forget its state. */
  evicted: boolean;
}

/**
 * One evaluation: Normal → Pending → Firing → Recovering → Normal, with NoData and Error beside. `for` and
 * `keepFiringFor` as in Prometheus' alerting rules, policies for no data, errors and missing series as in Grafana's.
 *
 * Time in which nothing was seen (blind collection, no data with policy `keep`, failed evaluations, a process that was
 * down) counts for neither `for` nor `keepFiringFor`. An observation that is not newer than the last is ignored, so a
 * clock that jumps back or an evaluation that runs twice changes nothing.
 */
export function stepAlert(previous: AlertState, seen: AlertObservation, policy: AlertPolicy): AlertStep {
  const step: AlertStep = { state: { ...previous }, changes: [], events: [], evicted: false };
  const { state } = step;
  if (previous.lastAt !== null && seen.at <= previous.lastAt) return step;
  const elapsed = previous.lastAt === null ? 0 : seen.at - previous.lastAt;
  state.lastAt = seen.at;

  if (seen.held === true) {
    pause(state, elapsed);
  } else if (seen.error !== undefined) {
    state.errors += 1;
    if (state.errors < ERRORS_TO_FAIL) pause(state, elapsed);
    else withoutValue(step, seen.at, policy.onError, 'error', elapsed);
  } else if (seen.missing === true) {
    state.missing += 1;
    if (state.missing < MISSING_TO_RESOLVE) pause(state, elapsed);
    else if (state.missing === MISSING_TO_RESOLVE) settle(step, seen.at, 'missing-series');
    else step.evicted = true;
  } else {
    state.errors = 0;
    state.missing = 0;
    if (seen.breached === null) withoutValue(step, seen.at, policy.noData, 'no-data', elapsed);
    else withValue(step, seen.at, seen.breached, policy, elapsed);
  }
  return step;
}

function withValue(step: AlertStep, at: number, breached: boolean, policy: AlertPolicy, elapsed: number): void {
  const { state } = step;
  // A hole of several evaluations was not seen either.
  if (policy.interval !== null && elapsed > 3 * policy.interval) pause(state, elapsed - policy.interval);
  if (state.phase === 'no-data' || state.phase === 'error') settle(step, at, 'data-back');
  if (breached) whileBreached(step, at, policy);
  else whileCalm(step, at, policy);
}

function whileBreached(step: AlertStep, at: number, policy: AlertPolicy): void {
  const { state } = step;
  if (state.phase === 'firing') return;
  if (state.phase === 'recovering') {
    state.endingSince = null;
    enter(step, at, 'firing', 'breached-again');
    return;
  }
  state.activeSince ??= at;
  const cooledDown = state.resolvedAt === null || at - state.resolvedAt >= policy.cooldown;
  if (at - state.activeSince >= policy.for && cooledDown) {
    enter(step, at, 'firing', 'breached');
    activate(step, at, 'threshold', 'breached');
  } else if (state.phase === 'normal') {
    enter(step, at, 'pending', 'breached');
  }
}

function whileCalm(step: AlertStep, at: number, policy: AlertPolicy): void {
  const { state } = step;
  if (state.phase === 'pending') {
    state.activeSince = null;
    enter(step, at, 'normal', 'breach-ended');
    return;
  }
  if (state.phase === 'firing') {
    if (policy.keepFiringFor === 0) return settle(step, at, 'breach-ended');
    state.endingSince = at;
    return enter(step, at, 'recovering', 'breach-ended');
  }
  if (state.phase === 'recovering' && at - (state.endingSince ?? at) >= policy.keepFiringFor) {
    settle(step, at, 'breach-ended');
  }
}

function withoutValue(
  step: AlertStep,
  at: number,
  policy: NoDataPolicy,
  kind: 'no-data' | 'error',
  elapsed: number,
): void {
  const { state } = step;
  if (policy === 'keep') return pause(state, elapsed);
  if (policy === 'ok') return settle(step, at, kind);
  if (state.phase === kind) return;
  settle(step, at, kind);
  enter(step, at, kind, kind);
  activate(step, at, kind, kind);
}

/** Back to normal; ends what is open. */
function settle(step: AlertStep, at: number, reason: string): void {
  const { state } = step;
  state.activeSince = null;
  state.endingSince = null;
  if (state.open !== null) {
    step.events.push({ at, type: 'resolved', kind: state.open, reason });
    if (state.open === 'threshold') state.resolvedAt = at;
    state.open = null;
  }
  if (state.phase !== 'normal') enter(step, at, 'normal', reason);
}

function activate(step: AlertStep, at: number, kind: ActivationKind, reason: string): void {
  step.state.open = kind;
  step.events.push({ at, type: 'firing', kind, reason });
}

function enter(step: AlertStep, at: number, to: AlertPhase, reason: string): void {
  step.changes.push({ at, from: step.state.phase, to, reason });
  step.state.phase = to;
  step.state.since = at;
}

function pause(state: AlertState, elapsed: number): void {
  if (state.activeSince !== null) state.activeSince += elapsed;
  if (state.endingSince !== null) state.endingSince += elapsed;
}
