import type { AlertLeftOut } from '@timbre/contracts';
import type { AlertState } from './alert-state.js';

/** A series that a rule could watch: how much coverage it has, and where it stands if it is watched already. */
export interface SeriesCandidate {
  key: string;
  name: string;
  n: number;
  state: AlertState | null;
}

const namesOfLeftOut = 10;

/**
 * The series that a rule watches, at most so many: first what fires or is about to, so that no cap hides an open alert,
 * then what has most coverage. What is left out is counted and named, never dropped in silence.
 */
export function chooseSeries<Candidate extends SeriesCandidate>(
  candidates: readonly Candidate[],
  most: number,
): { chosen: Candidate[]; leftOut: AlertLeftOut } {
  const sorted = [...candidates].sort(
    (a, b) => urgency(b.state) - urgency(a.state) || b.n - a.n || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  const open = sorted.filter(({ state }) => urgency(state) === 2).length;
  const size = Math.max(most, open);
  const rest = sorted.slice(size);
  return {
    chosen: sorted.slice(0, size),
    leftOut: { count: rest.length, names: rest.slice(0, namesOfLeftOut).map(({ name }) => name) },
  };
}

function urgency(state: AlertState | null): 0 | 1 | 2 {
  if (state === null) return 0;
  if (state.open !== null) return 2;
  return state.phase === 'normal' ? 0 : 1;
}
