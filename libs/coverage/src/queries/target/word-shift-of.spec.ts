import { describe, expect, it } from 'vitest';
import { wordShiftOf } from './word-shift-of.js';

describe('wordShiftOf', () => {
  it('names the words whose use changed, kept apart by language, and adds up to the change', () => {
    const before = [
      { word: 'delay', lang: 'en', count: 2, weight: -1 },
      { word: 'leap', lang: 'en', count: 2, weight: 1 },
    ];
    const after = [
      { word: 'delay', lang: 'en', count: 6, weight: -3 },
      { word: '领跑', lang: 'zh', count: 2, weight: 2 },
    ];
    const shifts = wordShiftOf(before, after, 10);
    const mean = (rows: typeof before) =>
      rows.reduce((sum, { weight }) => sum + weight, 0) / rows.reduce((n, { count }) => n + count, 0);
    expect(shifts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(mean(after) - mean(before), 10);
    expect(shifts.find(({ word }) => word === '领跑')).toMatchObject({
      lang: 'zh',
      before: 0,
      after: 0.25,
      valence: 1,
    });
  });

  it('is empty where a period has no words', () => {
    expect(wordShiftOf([], [{ word: 'x', lang: 'en', count: 1, weight: 1 }], 10)).toEqual([]);
  });
});
