import type { QuietHours } from '@timbre/contracts';

const minute = 60_000;

/**
 * End of the quiet hours in which a moment lies, or null when it lies in none. Works on local clock times, so the
 * end is right on the days on which clocks change: a time that is skipped ends the quiet at the first minute after it.
 *
 * @param at ms
 */
export function quietUntil(at: number, { from, to, tz }: Pick<QuietHours, 'from' | 'to' | 'tz'>): number | null {
  const local = new Intl.DateTimeFormat('en-GB', {
    timeZone: tz,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const minutesAt = (moment: number): number => minutesOf(local.format(moment));
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const quiet = (minutes: number): boolean =>
    start <= end ? minutes >= start && minutes < end : minutes >= start || minutes < end;
  if (start === end || !quiet(minutesAt(at))) return null;

  // One guess by the clock, then minute by minute: a change of clocks moves it by an hour at most.
  const floor = Math.floor(at / minute) * minute;
  const ahead = (end - minutesAt(at) + 1_440) % 1_440;
  let moment = floor + Math.max(1, ahead - 65) * minute;
  if (ahead <= 66) moment = floor + minute;
  while (quiet(minutesAt(moment))) moment += minute;
  return moment;
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
