import { expect, it } from 'vitest';
import { closingTime } from './closing-time.js';

const now = new Date('2026-03-01T12:00:00Z');
const asked = (status: number, headers: Record<string, string>) => closingTime({ status, headers }, now);

it('closes a host that says so, by seconds or by date', () => {
  expect(asked(429, { 'retry-after': '120' })).toBe(120);
  expect(asked(503, { 'retry-after': 'Sun, 01 Mar 2026 12:05:00 GMT' })).toBe(300);
});

it('counts a date from the server’s own clock', () => {
  const headers = { date: 'Tue, 01 Mar 2016 12:00:00 GMT', 'retry-after': 'Tue, 01 Mar 2016 12:10:00 GMT' };
  expect(asked(503, headers)).toBe(600);
});

it('pauses where too many requests came without a time, and leaves other answers alone', () => {
  expect(asked(429, {})).toBe(60);
  expect(asked(503, {})).toBe(0);
  expect(asked(200, { 'retry-after': '120' })).toBe(0);
});

it('does not let a typo silence a host for years', () => {
  expect(asked(429, { 'retry-after': '999999999' })).toBe(6 * 3600);
  expect(asked(429, { 'retry-after': 'soon' })).toBe(60);
});
