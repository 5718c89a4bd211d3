import type { AlertInput, AlertTiming } from '@timbre/contracts';
import { type AlertPolicy, type AlertState, initialAlertState } from './alert-state.js';
import { type Measured, observeRule, policyOf } from './observe-rule.js';
import { type AlertStep, stepAlert } from './step-alert.js';

/** What an evaluation of one series found: a measurement, why there is none, or that the series is gone. */
export type SeriesFinding = { measured: Measured } | { error: string } | { missing: true };

export interface SeriesEvaluation {
  step: AlertStep;
  /** Null without a measurement. */
  input: AlertInput | null;
}

/**
 * One evaluation of one series of a rule. The live engine and the simulator both go through here, so that what was
 * simulated is what happens.
 *
 * @param state null before the first evaluation
 * @param counts the series counts things
 * @param policy lengths and policies, where they are not simply the rule's
 */
export function evaluateSeries(
  rule: AlertTiming,
  state: AlertState | null,
  finding: SeriesFinding,
  at: number,
  { counts, policy = policyOf(rule) }: { counts: boolean; policy?: AlertPolicy },
): SeriesEvaluation {
  const before = state ?? initialAlertState(at);
  if ('missing' in finding)
    return { step: stepAlert(before, { at, breached: null, missing: true }, policy), input: null };
  if ('error' in finding) {
    return { step: stepAlert(before, { at, breached: null, error: finding.error }, policy), input: null };
  }
  const { observation, input } = observeRule(rule, finding.measured, at, counts);
  return { step: stepAlert(before, observation, policy), input };
}
