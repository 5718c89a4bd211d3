import type { BreakdownRow, CoverageSeries } from '@timbre/contracts';
import { netSentiment } from '@timbre/metrics';
import { describe, expect, it } from 'vitest';
import { comparison } from './comparison.js';

function line(target: string, positive: number[], negative: number[]): CoverageSeries {
  const none = positive.map(() => null);
  return {
    target,
    name: target,
    t: positive.map((_, index) => `2024-01-0${index + 1}T00:00:00Z`),
    n: positive.map((count, index) => count + (negative[index] ?? 0)),
    positive,
    neutral: positive.map(() => 0),
    negative,
    net: none,
    low: none,
    high: none,
    mean: none,
  };
}
const good = line('topic:good', [30, 30], [2, 3]);
const bad = line('entity:bad', [3, 2], [30, 30]);
const alike = line('topic:alike', [29, 31], [3, 2]);
const silent = line('topic:silent', [0, 0], [0, 0]);

describe('targets side by side', () => {
  it('keeps the order asked for and shares out all mentions', () => {
    const rows = comparison([bad, good, silent], []);
    expect(rows.map(({ target }) => target)).toEqual(['entity:bad', 'topic:good', 'topic:silent']);
    expect(rows.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1);
  });

  it('holds each against the first, and says when they cannot be told apart', () => {
    const [first, other, same, none] = comparison([good, bad, alike, silent], []);
    expect(first?.difference).toBeNull();
    expect(other?.difference?.distinguishable).toBe(true);
    expect(other?.difference?.value).toBeLessThan(0);
    expect(same?.difference?.distinguishable).toBe(false);
    expect(none?.difference).toMatchObject({ value: null, distinguishable: false });
  });

  it('turns its signs when the first and the other change places', () => {
    const there = comparison([good, bad], [])[1]?.difference;
    const back = comparison([bad, good], [])[1]?.difference;
    expect(back?.value).toBeCloseTo(-(there?.value ?? Number.NaN));
    expect(back?.low).toBeCloseTo(-(there?.high ?? Number.NaN));
  });

  it('prefers the totals of the breakdown, which know weighting', () => {
    const net = netSentiment({ positive: 1, neutral: 8, negative: 1 });
    const row: BreakdownRow = {
      key: 'topic:good',
      name: 'Good',
      n: 10,
      positive: 1,
      neutral: 8,
      negative: 1,
      net,
      shrunk: null,
      previousNet: null,
      previousN: null,
      share: 1,
    };
    expect(comparison([good], [row])[0]).toMatchObject({ n: 10, net });
  });
});
