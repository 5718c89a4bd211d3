import type { AlertPhase, NoDataPolicy } from '@timbre/contracts';

export type ActivationKind = 'threshold' | 'no-data' | 'error';

/** Where a rule's series stands. Plain JSON: a process that starts again goes on with what was stored. Times are ms. */
export interface AlertState {
  phase: AlertPhase;
  /** Start of this phase. */
  since: number;
  /** From when `for` counts; moves on while nothing is seen. */
  activeSince: number | null;
  /** From when `keepFiringFor` counts. */
  endingSince: number | null;
  /** End of the last activation, for the cooldown. */
  resolvedAt: number | null;
  lastAt: number | null;
  /** Evaluations in a row that failed. */
  errors: number;
  /** Evaluations in a row in which others of the rule had data and this one did not exist. */
  missing: number;
  /** What kind of activation is open. */
  open: ActivationKind | null;
}

/** What one evaluation found. */
export interface AlertObservation {
  at: number;
  /** Whether the condition is met; null without data. */
  breached: boolean | null;
  error?: string;
  /** Collection was blind: nothing may be concluded. */
  held?: boolean;
  /** The series is gone while others of the same rule are there. */
  missing?: boolean;
}

/** Lengths in ms. */
export interface AlertPolicy {
  /** Expected distance of evaluations; null when they come as they come. */
  interval: number | null;
  for: number;
  keepFiringFor: number;
  cooldown: number;
  noData: NoDataPolicy;
  onError: NoDataPolicy;
}

export interface PhaseChange {
  at: number;
  from: AlertPhase;
  to: AlertPhase;
  reason: string;
}

/** An activation begins or ends. */
export interface ActivationEvent {
  at: number;
  type: 'firing' | 'resolved';
  kind: ActivationKind;
  reason: string;
}

/** Failed evaluations until a series is in error, and missing ones until it is given up. */
export const ERRORS_TO_FAIL = 3;
export const MISSING_TO_RESOLVE = 2;

export function initialAlertState(at: number): AlertState {
  return {
    phase: 'normal',
    since: at,
    activeSince: null,
    endingSince: null,
    resolvedAt: null,
    lastAt: null,
    errors: 0,
    missing: 0,
    open: null,
  };
}
