import { describe, expect, it } from 'vitest';
import { emptyFilter, rangePresets } from './filter-state.js';
import { startOfDay } from './local-day.js';
import { defaultPreset, resolveRange } from './resolve-range.js';
import { shiftRange } from './shift-range.js';

const now = Date.parse('2024-05-14T09:30:00Z');
const extent = { first: '2022-11-03T05:00:00Z', last: '2024-05-14T08:00:00Z', sample: false };

describe('resolveRange', () => {
  it('cuts days at the viewer’s midnights, today included', () => {
    expect(resolveRange({ ...emptyFilter, range: '7d' }, extent, now, 'Asia/Shanghai')).toEqual({
      from: '2024-05-07T16:00:00.000Z',
      to: '2024-05-14T16:00:00.000Z',
    });
    expect(
      resolveRange({ ...emptyFilter, from: '2024-03-31', to: '2024-03-31' }, extent, now, 'Europe/Berlin'),
    ).toEqual({
      from: '2024-03-30T23:00:00.000Z',
      to: '2024-03-31T22:00:00.000Z',
    });
  });

  it('gives a range that runs forward for every preset and for an empty installation', () => {
    for (const range of rangePresets) {
      for (const about of [extent, { first: null, last: null, sample: false }]) {
        const { from, to } = resolveRange({ ...emptyFilter, range }, about, now, 'America/St_Johns');
        expect(Date.parse(from)).toBeLessThan(Date.parse(to));
      }
    }
  });

  it('shows sample coverage and old archives whole by default', () => {
    expect(defaultPreset(extent, now)).toBe('90d');
    expect(defaultPreset({ ...extent, sample: true }, now)).toBe('all');
    expect(defaultPreset({ ...extent, last: '2023-01-01T00:00:00Z' }, now)).toBe('all');
  });

  it('finds the first instant of a day that has no midnight', () => {
    expect(new Date(startOfDay('2024-04-26', 'Africa/Cairo')).toISOString()).toBe('2024-04-25T22:00:00.000Z');
  });

  it('shifts by its own length', () => {
    const range = { from: '2024-05-07T16:00:00.000Z', to: '2024-05-14T16:00:00.000Z' };
    expect(shiftRange(range, -1, 'Asia/Shanghai')).toEqual({ from: '2024-05-01', to: '2024-05-07' });
    expect(shiftRange(range, 1, 'Asia/Shanghai')).toEqual({ from: '2024-05-15', to: '2024-05-21' });
  });
});
