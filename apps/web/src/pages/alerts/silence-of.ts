import type { AlertSilenceInput, WeeklyWindow } from '@timbre/contracts';

const hour = 3_600_000;
/** A weekly silence goes on until somebody ends it; ten years are that. */
const weeklyHours = 10 * 365 * 24;

/** From when to when a silence is, once for some hours or every week. */
export function silenceOf(
  weekly: WeeklyWindow | null,
  hours: number,
  now: number,
): Pick<AlertSilenceInput, 'weekly' | 'from' | 'to'> {
  const length = weekly === null ? hours : weeklyHours;
  return { weekly, from: new Date(now).toISOString(), to: new Date(now + length * hour).toISOString() };
}
