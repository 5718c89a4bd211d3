import type { AlertSimulation } from '@timbre/contracts';
import type { ReplayedStep } from '@timbre/metrics';

const day = 86_400_000;
const iso = (moment: number): string => new Date(moment).toISOString();

/** Replayed steps as columns, with the alerts that would have been and their number per week (Monday, UTC). */
export function presentSimulation(
  steps: readonly ReplayedStep[],
  range: { from: number; to: number; step: number; tookMs: number },
): AlertSimulation {
  const alerts: AlertSimulation['alerts'] = [];
  for (const { events, input } of steps) {
    for (const { at, type, kind } of events) {
      if (type === 'firing') alerts.push({ from: iso(at), to: null, kind, value: input.value, n: input.n });
      else alerts.splice(-1, 1, ...alerts.slice(-1).map((last) => ({ ...last, to: iso(at) })));
    }
  }
  return {
    from: iso(range.from),
    to: iso(range.to),
    step: range.step / 1_000,
    t: steps.map(({ at }) => iso(at)),
    value: steps.map(({ input }) => input.value),
    n: steps.map(({ input }) => input.n),
    held: steps.map(({ input }) => input.held),
    threshold: { low: steps.map(({ input }) => input.low), high: steps.map(({ input }) => input.high) },
    alerts,
    weeks: weeksOf(range.from, range.to).map((week) => ({
      week: iso(week).slice(0, 10),
      alerts: alerts.filter(({ from }) => mondayOf(Date.parse(from)) === week).length,
    })),
    tookMs: range.tookMs,
  };
}

function weeksOf(from: number, to: number): number[] {
  const weeks: number[] = [];
  for (let week = mondayOf(from); week <= to; week += 7 * day) weeks.push(week);
  return weeks;
}

/** 1970-01-05 was a Monday. */
const mondayOf = (moment: number): number => Math.floor((moment - 4 * day) / (7 * day)) * 7 * day + 4 * day;
