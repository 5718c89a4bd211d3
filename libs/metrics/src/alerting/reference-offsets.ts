import type { AlertCondition } from '@timbre/contracts';

const week = 7 * 86_400_000;
const driftWindows = 40;

/**
 * How far back (ms, oldest first) the values lie with which a condition compares; none for fixed thresholds.
 *
 * @param window length of the rule's window in ms
 */
export function referenceOffsets(condition: AlertCondition, window: number): number[] {
  switch (condition.kind) {
    case 'change':
      return [condition.against === 'same-weekday' ? week : window];
    case 'anomaly':
      return Array.from({ length: 8 }, (_, index) => (8 - index) * week);
    case 'drift':
      return Array.from({ length: driftWindows }, (_, index) => (driftWindows - index) * window);
    default:
      return [];
  }
}
