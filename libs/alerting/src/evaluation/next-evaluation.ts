/**
 * When a rule is looked at next: on its grid, never twice for one moment. Evaluations that were missed are not made
 * up for.
 *
 * @param due when this one was due (ms)
 * @param interval ms
 */
export function nextEvaluation(due: number, now: number, interval: number): number {
  const missed = Math.floor(Math.max(0, now - due) / interval);
  return due + (missed + 1) * interval;
}
