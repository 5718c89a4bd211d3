import type { AlertRuleInput } from '@timbre/contracts';
import { InvalidInputError } from '@timbre/platform';

export interface ReplayRange {
  from?: Date;
  to?: Date;
  now: Date;
}

const hour = 3_600_000;
const day = 24 * hour;
const defaultDays = 90;
/** Moments that a replay evaluates; longer ranges get longer steps. */
const mostSteps = 2_400;

/**
 * The whole hours at which a replay evaluates; ms.
 *
 * @throws InvalidInputError when the range is no range.
 */
export function replayGrid(
  { interval }: Pick<AlertRuleInput, 'interval'>,
  range: ReplayRange,
): { from: number; to: number; step: number } {
  const to = Math.floor((range.to ?? range.now).getTime() / hour) * hour;
  const from = Math.floor((range.from?.getTime() ?? to - defaultDays * day) / hour) * hour;
  if (!(from < to)) {
    throw new InvalidInputError([{ path: 'to', message: 'The end must come an hour after the start.' }]);
  }
  if (to - from > 1_100 * day) {
    throw new InvalidInputError([{ path: 'from', message: 'Choose three years at most.' }]);
  }
  const step = Math.max(Math.ceil((interval * 1_000) / hour) * hour, Math.ceil((to - from) / mostSteps / hour) * hour);
  return { from, to, step };
}
