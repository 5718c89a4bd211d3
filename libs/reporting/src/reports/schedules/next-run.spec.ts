import { expect, it } from 'vitest';
import { ScheduleInvalidError } from '../../reporting-errors.js';
import { nextRun } from './next-run.js';

const runs = (cron: string, tz: string, from: string, count: number): string[] => {
  const found: string[] = [];
  let at = new Date(from);
  for (let index = 0; index < count; index += 1) {
    at = nextRun(cron, tz, at);
    found.push(at.toISOString());
  }
  return found;
};

it('stays at eight in the morning across both changes of clocks', () => {
  expect(runs('0 8 * * *', 'Europe/Berlin', '2026-03-27T12:00:00Z', 3)).toEqual([
    '2026-03-28T07:00:00.000Z',
    '2026-03-29T06:00:00.000Z',
    '2026-03-30T06:00:00.000Z',
  ]);
  expect(runs('0 8 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
    '2026-10-25T07:00:00.000Z',
    '2026-10-26T07:00:00.000Z',
  ]);
});

it('runs once a day also at an hour that is skipped or repeated', () => {
  const days = (found: string[]) =>
    found.map((at) => new Date(at).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' }));
  for (const from of ['2026-03-27T12:00:00Z', '2026-10-23T12:00:00Z']) {
    const found = days(runs('30 2 * * *', 'Europe/Berlin', from, 4));
    expect(new Set(found).size).toBe(4);
  }
});

it.each(['', 'x', '61 * * * *', '* * * *', '0 0 8 * * 1', '@daily'])('refuses %j', (cron) => {
  expect(() => nextRun(cron, 'UTC', new Date())).toThrow(ScheduleInvalidError);
});
