import type { AlertInput, AlertTiming } from '@timbre/contracts';
import type { ActivationEvent, AlertState, PhaseChange } from './alert-state.js';
import { evaluateSeries } from './evaluate-series.js';
import { type Measured, observeRule, policyOf } from './observe-rule.js';

/** One evaluation of a replayed rule. */
export interface ReplayedStep {
  at: number;
  input: AlertInput;
  phase: AlertState['phase'];
  changes: PhaseChange[];
  events: ActivationEvent[];
}

/**
 * Evaluates a rule on past measurements, with the same functions as the live evaluation.
 *
 * @param step distance of the measurements in ms; null when they come as they come
 * @param counts the series counts things
 */
export function* replayRule(
  rule: AlertTiming,
  measurements: Iterable<{ at: number } & Measured>,
  { step, counts }: { step: number | null; counts: boolean },
): Generator<ReplayedStep> {
  const policy = { ...policyOf(rule), interval: step };
  let state: AlertState | null = null;
  for (const { at, ...measured } of measurements) {
    const { step: result, input } = evaluateSeries(rule, state, { measured }, at, { counts, policy });
    state = result.state;
    yield {
      at,
      input: input ?? observeRule(rule, measured, at, counts).input,
      phase: state.phase,
      changes: result.changes,
      events: result.events,
    };
  }
}
