import type { AlertPhase } from '@timbre/contracts';

/** Phases from the most to the least urgent. */
const urgent: readonly AlertPhase[] = ['firing', 'recovering', 'error', 'no-data', 'pending', 'normal'];

/** The series that stands for its rule: the most urgent one, the longest in its phase among equals; null of none. */
export function worstSeries<Series extends { state: { phase: AlertPhase; since: number } }>(
  all: readonly Series[],
): Series | null {
  const rank = ({ state }: Series): number => urgent.indexOf(state.phase);
  return all.reduce<Series | null>((worst, one) => {
    if (worst === null) return one;
    const by = rank(one) - rank(worst) || one.state.since - worst.state.since;
    return by < 0 ? one : worst;
  }, null);
}
