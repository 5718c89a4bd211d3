import {
  type AlertState,
  evaluateSeries,
  policyOf,
  referenceOffsets,
  type SeriesFinding,
  tellActivations,
} from '@timbre/metrics';
import { z } from 'zod';
import type { SimulatedRule } from './read-rule.js';

const instant = z
  .union([z.iso.datetime({ offset: true }), z.number().finite()])
  // Numbers are seconds since 1970; so large ones are milliseconds.
  .transform((at) => (typeof at === 'string' ? Date.parse(at) : Math.abs(at) > 1e11 ? at : at * 1_000));

/** One evaluation as a line of input. */
export const simulatedEvaluation = z.object({
  at: instant,
  value: z.number().nullable().default(null),
  n: z.int().nonnegative().default(0),
  stories: z.int().nonnegative().optional(),
  outlets: z.int().nonnegative().optional(),
  /** The evaluation failed. */
  error: z.string().optional(),
  /** Collection was blind. */
  gap: z.boolean().default(false),
  /** The series is gone while others are there. */
  missing: z.boolean().default(false),
});
type Evaluation = z.output<typeof simulatedEvaluation>;

/** Answers evaluations one by one: the state after each, its transitions, and what is told up to then. */
export function simulateRule(rule: SimulatedRule): (seen: Evaluation) => object {
  const timing = { ...rule, interval: rule.interval ?? 60 };
  const policy = { ...policyOf(timing), interval: rule.interval === undefined ? null : rule.interval * 1_000 };
  const offsets = referenceOffsets(rule.condition, rule.window * 1_000);
  const counts = rule.series === 'volume';
  const tell = tellActivations(rule);
  const past: { at: number; value: number | null }[] = [];
  let state: AlertState | null = null;

  return (seen) => {
    const { at, value, n } = seen;
    const measured = {
      value,
      n,
      stories: seen.stories ?? null,
      outlets: seen.outlets ?? null,
      held: seen.gap,
      reference: offsets.map((offset) => lastUntil(past, at - offset)),
    };
    // Blind collection comes first: whatever else was seen in it says nothing.
    const finding: SeriesFinding =
      seen.error !== undefined && !seen.gap
        ? { error: seen.error }
        : seen.missing && !seen.gap
          ? { missing: true }
          : { measured };
    const { step } = evaluateSeries(timing, state, finding, at, { counts, policy });
    state = step.state;
    past.push({ at, value });
    const iso = (moment: number): string => new Date(moment).toISOString();
    return {
      at: iso(at),
      value: value !== null && Number.isFinite(value) ? value : null,
      n,
      state: step.evicted ? 'evicted' : state.phase,
      transitions: step.changes.map((change) => ({ ...change, at: iso(change.at) })),
      alerts: step.events.map((event) => ({ ...event, at: iso(event.at) })),
      notifications: tell(at, step.events).map((told) => ({
        at: iso(told.at),
        reason: told.reason,
        firing: told.firing.map(iso),
        resolved: told.resolved.map(iso),
      })),
    };
  };
}

/** The value in force at a moment: the last one not after it. */
function lastUntil(past: readonly { at: number; value: number | null }[], moment: number): number | null {
  let [low, high] = [0, past.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((past[middle]?.at ?? Infinity) <= moment) low = middle + 1;
    else high = middle;
  }
  return past[low - 1]?.value ?? null;
}
