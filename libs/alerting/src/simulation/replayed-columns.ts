import type { AlertSimulation } from '@timbre/contracts';
import type { ReplayedStep } from '@timbre/metrics';

/** Replayed evaluations as columns. */
export function replayedColumns(
  steps: readonly ReplayedStep[],
): Pick<AlertSimulation, 't' | 'value' | 'n' | 'held' | 'threshold'> {
  return {
    t: steps.map(({ at }) => new Date(at).toISOString()),
    value: steps.map(({ input }) => input.value),
    n: steps.map(({ input }) => input.n),
    held: steps.map(({ input }) => input.held),
    threshold: { low: steps.map(({ input }) => input.low), high: steps.map(({ input }) => input.high) },
  };
}
