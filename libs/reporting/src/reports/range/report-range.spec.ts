import { expect, it } from 'vitest';
import { reportRangeAt } from './report-range.js';

const now = new Date('2026-03-31T22:30:00Z');

it('cuts calendar units where the reader is', () => {
  const week = { kind: 'last', unit: 'week' } as const;
  // The week of the change of clocks has 167 hours.
  expect(reportRangeAt(week, 'Europe/Berlin', now)).toEqual({
    from: '2026-03-22T23:00:00.000Z',
    to: '2026-03-29T22:00:00.000Z',
  });
  expect(reportRangeAt({ kind: 'last', unit: 'month' }, 'Asia/Shanghai', now)).toEqual({
    from: '2026-02-28T16:00:00.000Z',
    to: '2026-03-31T16:00:00.000Z',
  });
});

it('counts rolling days up to the end of today and keeps fixed instants', () => {
  expect(reportRangeAt({ kind: 'rolling', days: 1 }, 'UTC', now)).toEqual({
    from: '2026-03-31T00:00:00.000Z',
    to: '2026-04-01T00:00:00.000Z',
  });
  const fixed = { kind: 'fixed', from: '2026-01-01T00:00:00+08:00', to: '2026-01-02T00:00:00Z' } as const;
  expect(reportRangeAt(fixed, 'UTC', now).from).toBe('2025-12-31T16:00:00.000Z');
});
