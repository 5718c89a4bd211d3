import type { AlertSimulation } from '@timbre/contracts';

const day = 86_400_000;

/** Alerts per week (from Monday, UTC), weeks without any included. */
export function alertsPerWeek(
  alerts: readonly { from: string }[],
  range: { from: number; to: number },
): AlertSimulation['weeks'] {
  const counts = new Map<number, number>();
  for (let week = mondayOf(range.from); week <= range.to; week += 7 * day) counts.set(week, 0);
  for (const { from } of alerts) {
    const week = mondayOf(Date.parse(from));
    counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  return [...counts].map(([week, count]) => ({ week: new Date(week).toISOString().slice(0, 10), alerts: count }));
}

/** 1970-01-05 was a Monday. */
const mondayOf = (moment: number): number => Math.floor((moment - 4 * day) / (7 * day)) * 7 * day + 4 * day;
