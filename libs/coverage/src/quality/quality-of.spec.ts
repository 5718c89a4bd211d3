import { describe, expect, it } from 'vitest';
import { type JudgementCount, labelQualityBy, labelQualityOf, statementQualityOf } from './quality-of.js';

const judgement = (parts: Partial<JudgementCount>): JudgementCount => ({
  kind: 'mention',
  lang: 'en',
  target: 'topic:agi',
  gold: 'negative',
  now: -1,
  agrees: true,
  confirms: true,
  n: 1,
  ...parts,
});
const judgements = [
  judgement({ n: 6 }),
  judgement({ gold: 'positive', now: 0, agrees: false, confirms: false, n: 2, lang: 'zh' }),
  judgement({ gold: 'unrelated', now: null, agrees: true, confirms: false, target: 'entity:sora' }),
  judgement({ gold: 'unrelated', now: 1, agrees: false, confirms: false, target: 'entity:sora' }),
  judgement({ kind: 'quote', target: null, gold: null, now: null, agrees: null, confirms: false }),
  judgement({ kind: 'forecast', target: null, gold: null, now: null, agrees: true, confirms: true, n: 3 }),
];

describe('quality', () => {
  it('puts every judged mention into one cell, and the agreeing ones on the diagonal', () => {
    const { accuracy, agreement, confusion } = labelQualityOf(judgements);
    expect(confusion.counts.flat().reduce((a, b) => a + b)).toBe(10);
    expect(confusion.counts.reduce((sum, row, index) => sum + (row[index] ?? 0), 0)).toBe(7);
    expect(accuracy).toMatchObject({ value: 0.7, n: 10 });
    expect(agreement).toMatchObject({ value: 0.6, n: 10 });
    expect(accuracy.low).toBeLessThan(0.7);
  });

  it('reports groups that add up to the whole, most judged first', () => {
    const byTarget = labelQualityBy(judgements, ({ target }) => target);
    expect([...byTarget].map(([target, { accuracy }]) => [target, accuracy.n])).toEqual([
      ['topic:agi', 8],
      ['entity:sora', 2],
    ]);
    expect(labelQualityBy(judgements, ({ lang }) => lang).get('zh')?.accuracy.value).toBe(0);
  });

  it('leaves statements that are no longer read out of accuracy, not out of agreement', () => {
    const [quotes, forecasts] = statementQualityOf(judgements);
    expect([quotes?.accuracy.n, quotes?.agreement.n]).toEqual([0, 1]);
    expect(forecasts?.accuracy).toMatchObject({ value: 1, n: 3 });
  });

  it('has no value without judgements', () => {
    expect(labelQualityOf([])).toMatchObject({ accuracy: { value: null, n: 0 }, kappa: null });
  });
});
