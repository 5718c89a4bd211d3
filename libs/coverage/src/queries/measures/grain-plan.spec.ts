import { describe, expect, it } from 'vitest';
import { type GrainQuestion, planGrains } from './grain-plan.js';

const question = (parts: Partial<GrainQuestion> & { start: string; end: string }): GrainQuestion => ({
  tz: 'UTC',
  bucket: 'day',
  languages: false,
  sources: false,
  mentionsOnly: false,
  from: new Date(parts.start),
  to: new Date(parts.end),
  ...parts,
});
const plan = (asked: GrainQuestion, zone = 'UTC') =>
  planGrains(asked, zone).map(
    ({ grain, from, to }) => `${grain} ${from.toISOString().slice(5, 16)} ${to.toISOString().slice(5, 16)}`,
  );

describe('planGrains', () => {
  it('answers whole days from day rows alone', () => {
    expect(plan(question({ start: '2026-03-01T00:00:00Z', end: '2026-04-01T00:00:00Z' }))).toEqual([
      'day 03-01T00:00 04-01T00:00',
    ]);
  });

  it('answers whole months from month rows, where weeks and days are not asked for', () => {
    const range = { start: '2026-01-20T00:00:00Z', end: '2026-05-02T00:00:00Z' };
    const split = ['day 01-20T00:00 02-01T00:00', 'month 02-01T00:00 05-01T00:00', 'day 05-01T00:00 05-02T00:00'];
    expect(plan(question({ ...range, bucket: null }))).toEqual(split);
    expect(plan(question({ ...range, bucket: 'month' }))).toEqual(split);
    expect(plan(question({ ...range, bucket: 'week' }))).toEqual(['day 01-20T00:00 05-02T00:00']);
    expect(plan(question({ ...range, bucket: 'month', tz: 'Asia/Shanghai' }))).toEqual([
      'hour 01-20T00:00 05-02T00:00',
    ]);
    expect(
      plan(question({ start: '2026-01-31T16:00:00Z', end: '2026-02-28T16:00:00Z', bucket: null }), 'Asia/Shanghai'),
    ).toEqual(['month 01-31T16:00 02-28T16:00']);
  });

  it('takes hours and mentions at the ends', () => {
    expect(plan(question({ start: '2026-03-01T10:20:00Z', end: '2026-03-03T02:30:00Z' }))).toEqual([
      'mentions 03-01T10:20 03-01T11:00',
      'hour 03-01T11:00 03-02T00:00',
      'day 03-02T00:00 03-03T00:00',
      'hour 03-03T00:00 03-03T02:00',
      'mentions 03-03T02:00 03-03T02:30',
    ]);
  });

  it('cuts other zones from hours, and half-hour zones from mentions', () => {
    const range = { start: '2026-02-28T16:00:00Z', end: '2026-03-02T16:00:00Z' };
    expect(plan(question({ ...range, tz: 'Asia/Shanghai' }))).toEqual(['hour 02-28T16:00 03-02T16:00']);
    expect(plan(question({ ...range, tz: 'Asia/Kolkata' }))).toEqual(['mentions 02-28T16:00 03-02T16:00']);
    expect(plan(question({ ...range, tz: 'Asia/Shanghai' }), 'Asia/Shanghai')).toEqual(['day 02-28T16:00 03-02T16:00']);
  });

  it('does not care about the zone where nothing is bucketed', () => {
    const range = { start: '2026-03-01T00:00:00Z', end: '2026-03-02T00:00:00Z', bucket: null };
    expect(plan(question({ ...range, tz: 'Asia/Kolkata' }))).toEqual(['day 03-01T00:00 03-02T00:00']);
  });

  it('knows no hours by source, and no rows by source and language', () => {
    const range = { start: '2026-03-01T00:00:00Z', end: '2026-03-02T06:00:00Z', sources: true };
    expect(plan(question(range))).toEqual(['day 03-01T00:00 03-02T00:00', 'mentions 03-02T00:00 03-02T06:00']);
    expect(plan(question({ ...range, languages: true }))).toEqual(['mentions 03-01T00:00 03-02T06:00']);
  });
});
