import { weeklyWindow } from '@timbre/contracts';
import { expect, it } from 'vitest';
import { inWeeklyWindow } from './weekly-window.js';

const minute = 60_000;
const minutesWithin = (window: object, from: string, to: string): number => {
  const parsed = weeklyWindow.parse(window);
  let count = 0;
  for (let at = Date.parse(from); at < Date.parse(to); at += minute) count += inWeeklyWindow(at, parsed) ? 1 : 0;
  return count;
};
const night = { days: [7], from: '01:00', to: '04:00' };

it.each([
  ['New York springs forward: an hour of the night is not there', 'America/New_York', '2026-03-08', 120],
  ['New York falls back: an hour is there twice', 'America/New_York', '2026-11-01', 240],
  ['Berlin springs forward', 'Europe/Berlin', '2026-03-29', 120],
  ['Berlin falls back', 'Europe/Berlin', '2026-10-25', 240],
  ['Lord Howe springs forward by half an hour', 'Australia/Lord_Howe', '2026-10-04', 150],
  ['Lord Howe falls back by half an hour', 'Australia/Lord_Howe', '2026-04-05', 210],
  ['an ordinary Sunday', 'Asia/Shanghai', '2026-06-07', 180],
])('%s', (_, tz, day, minutes) => {
  const from = new Date(Date.parse(day) - 86_400_000).toISOString();
  const to = new Date(Date.parse(day) + 2 * 86_400_000).toISOString();
  expect(minutesWithin({ ...night, tz }, from, to)).toBe(minutes);
});

it('counts hours over midnight to the day on which they begin, and equal ends as the whole day', () => {
  const week = ['2026-06-01T00:00:00Z', '2026-06-08T00:00:00Z'] as const;
  const friday = { days: [5], from: '22:00', to: '06:00', tz: 'UTC' };
  expect(minutesWithin(friday, ...week)).toBe(480);
  expect(inWeeklyWindow(Date.parse('2026-06-06T05:59:00Z'), friday)).toBe(true);
  expect(inWeeklyWindow(Date.parse('2026-06-05T05:59:00Z'), friday)).toBe(false);
  expect(inWeeklyWindow(Date.parse('2026-06-01T05:00:00Z'), { ...friday, days: [7] })).toBe(true);
  expect(minutesWithin({ days: [2], from: '09:00', to: '09:00', tz: 'UTC' }, ...week)).toBe(1_440);
});

it.each(['Mars/Olympus', 'Europe/Berlín', '', 'GMT+99'])('refuses the time zone "%s"', (tz) => {
  expect(weeklyWindow.safeParse({ ...night, tz }).success).toBe(false);
});
