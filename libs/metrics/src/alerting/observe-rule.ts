import type { AlertInput, AlertTiming } from '@timbre/contracts';
import type { AlertObservation, AlertPolicy } from './alert-state.js';
import { judgeCondition } from './judge-condition.js';

/** What was measured for one evaluation. */
export interface Measured {
  value: number | null;
  n: number;
  /** Null where the series knows none. */
  stories: number | null;
  outlets: number | null;
  /** Collection was blind. */
  held: boolean;
  /** Values at `referenceOffsets`. */
  reference: readonly (number | null)[];
}

/**
 * Judges a measurement by a rule: what the state machine sees, and what is kept with the transition. Below a minimum
 * the condition is not met, however far the value is off.
 */
export function observeRule(
  rule: Pick<AlertTiming, 'condition' | 'minimumN' | 'minimumStories' | 'minimumOutlets'>,
  measured: Measured,
  at: number,
  counts: boolean,
): { observation: AlertObservation; input: AlertInput } {
  const { breached, low, high, baseline } = judgeCondition(rule.condition, measured.value, measured.reference, counts);
  const enough =
    measured.n >= rule.minimumN &&
    (measured.stories === null || measured.stories >= rule.minimumStories) &&
    (measured.outlets === null || measured.outlets >= rule.minimumOutlets);
  return {
    observation: { at, breached: breached === null ? null : breached && enough, held: measured.held },
    input: {
      value: measured.value !== null && Number.isFinite(measured.value) ? measured.value : null,
      n: measured.n,
      stories: measured.stories,
      outlets: measured.outlets,
      low,
      high,
      held: measured.held,
      baseline,
    },
  };
}

/** The lengths of a rule in ms. */
export function policyOf(rule: AlertTiming): AlertPolicy {
  return {
    interval: rule.interval * 1_000,
    for: rule.for * 1_000,
    keepFiringFor: rule.keepFiringFor * 1_000,
    cooldown: rule.cooldown * 1_000,
    noData: rule.noData,
    onError: rule.onError,
  };
}
