import { describe, expect, it } from 'vitest';
import { classificationScores, type GoldLabel } from './classification.js';
import { intervalAgreement } from './interval-agreement.js';
import { f1OfCounts, matchItems } from './match-items.js';
import { pairedBootstrap } from './paired-bootstrap.js';
import { quoteAgreement } from './quote-agreement.js';

const item = (gold: GoldLabel, predicted: GoldLabel, confidence?: number) => ({ gold, predicted, confidence });

describe('classificationScores', () => {
  it('counts as by hand', () => {
    const scores = classificationScores([item(1, 1), item(1, -1), item(-1, -1), item(0, 1)]);
    expect(scores.accuracy).toBe(0.5);
    expect(scores.flips).toBe(0.25);
    // F1: − 2/3, 0 0, + 1/2
    expect(scores.macroF1).toBeCloseTo((2 / 3 + 0 + 1 / 2) / 3);
    expect(scores.ece).toBeNull();
  });

  it('reads plus as "not negative" where no gold label is plus', () => {
    expect(classificationScores([item(0, 1), item(-1, -1)]).macroF1).toBe(1);
  });

  it('finds overconfidence', () => {
    expect(classificationScores([item(1, 1, 0.95), item(1, 0, 0.95)]).ece).toBeCloseTo(0.45);
  });
});

describe('agreement', () => {
  it('of quotes needs seven tenths of the longer one', () => {
    expect(quoteAgreement('We ship this year', 'we ship  this year')).toBe(1);
    expect(quoteAgreement('0123456789', '0123456')).toBeCloseTo(0.7);
    expect(quoteAgreement('0123456789', '012345')).toBe(0);
  });

  it('of intervals needs half of the union; an open end is 2100', () => {
    expect(intervalAgreement({ from: '2024-01-01', to: '2024-12-31' }, { from: '2024-01-01', to: '2024-12-31' })).toBe(
      1,
    );
    expect(intervalAgreement({ from: '2024-01-01', to: '2024-03-01' }, { from: '2024-01-01', to: '2024-12-31' })).toBe(
      0,
    );
    expect(
      intervalAgreement({ from: '2025-01-01', to: null }, { from: '2025-06-01', to: '2100-01-01' }),
    ).toBeGreaterThan(0.9);
    expect(intervalAgreement({ from: 'soon', to: null }, { from: '2025-06-01', to: null })).toBe(0);
  });

  it('pairs each item once, best first', () => {
    const pairs = matchItems([1, 2], [2, 2, 3], (gold, predicted) =>
      gold === predicted ? 1 : gold + 1 === predicted ? 0.6 : 0,
    );
    expect(pairs).toEqual([
      { gold: 2, predicted: 2 },
      { gold: 1, predicted: 2 },
    ]);
    expect(f1OfCounts(2, 2, 3).f1).toBeCloseTo(0.8);
    expect(f1OfCounts(0, 0, 0).f1).toBe(1);
  });
});

describe('pairedBootstrap', () => {
  const labels: GoldLabel[] = [-1, 0, 1];
  const gold = Array.from({ length: 120 }, (_, index) => labels[index % 3] ?? 0);

  it('sees a clear difference and none where there is none', () => {
    const better = pairedBootstrap(
      gold.map((label, index) => ({ gold: label, first: index % 2 ? 0 : label, second: label })),
      200,
    );
    expect(better.low).toBeGreaterThan(0);
    expect(better.p).toBe(0);
    const same = pairedBootstrap(
      gold.map((label) => ({ gold: label, first: 0 as const, second: 0 as const })),
      200,
    );
    expect(same).toMatchObject({ difference: 0, low: 0, high: 0, p: 1 });
  });
});
