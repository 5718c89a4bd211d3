import type { WeeklyWindow } from '@timbre/contracts';

const shortDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Whether a moment lies in a weekly window of local hours. Works on the local clock: hours that a change of clocks
 * skips are not there, hours that it repeats count both times. Equal ends are the whole day.
 *
 * @param at ms
 */
export function inWeeklyWindow(at: number, { days, from, to, tz }: WeeklyWindow): boolean {
  const now = localOf(at, tz);
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start === end) return days.includes(now.weekday);
  if (start < end) return days.includes(now.weekday) && now.minutes >= start && now.minutes < end;
  // Over midnight: the evening belongs to today, the morning to the day before.
  if (now.minutes >= start) return days.includes(now.weekday);
  return now.minutes < end && days.includes(now.weekday === 1 ? 7 : now.weekday - 1);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localOf(at: number, tz: string): { weekday: number; minutes: number } {
  let format = formats.get(tz);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: tz,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(tz, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    weekday: shortDays.indexOf(parts.get('weekday') ?? '') + 1,
    minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
