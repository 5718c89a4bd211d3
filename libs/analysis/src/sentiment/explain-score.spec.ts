import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtOfPole, scoreOfProbabilities } from './combined-vote.js';
import { explainScore } from './sentence-vote.js';
import { labelOf, weightedScore } from './weighted-score.js';

const amount = fc.double({ min: -20, max: 20, noNaN: true });
const shares = fc.array(fc.record({ from: fc.nat(50), to: fc.nat(50), amount }), { minLength: 1, maxLength: 30 });

describe('explainScore', () => {
  it('gives weights that sum to the score, whatever the shares', () => {
    fc.assert(
      fc.property(
        shares,
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 10 }),
        (list, score, most) => {
          const terms = explainScore(score, list, most);
          expect(terms.length).toBeLessThanOrEqual(most);
          if (terms.length > 0) expect(terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 8);
        },
      ),
    );
  });

  it('keeps the proportions of shares that agree', () => {
    const terms = explainScore(0.6, [
      { from: 0, to: 2, amount: 2 },
      { from: 4, to: 6, amount: 1 },
    ]);
    expect(terms.map(({ weight }) => Number(weight.toFixed(6)))).toEqual([0.4, 0.2]);
  });
});

describe('scores', () => {
  it('pass the neutral limit exactly where a polar class overtakes neutral', () => {
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount), (logits) => {
        const exp = logits.map((logit) => Math.exp(logit / 4));
        const sum = exp.reduce((a, b) => a + b, 0);
        const [negative = 0, neutral = 0, positive = 0] = exp.map((value) => value / sum);
        const against = neutral + doubtOfPole * Math.min(negative, positive);
        fc.pre(Math.abs(Math.max(negative, positive) - against) > 1e-6);
        const label = labelOf(scoreOfProbabilities([negative, neutral, positive]));
        expect(label === 'neutral').toBe(against > Math.max(negative, positive));
      }),
    );
  });

  it('average evidence by place and confidence', () => {
    const evidence = [
      { place: 'title' as const, score: 1, confidence: 0.5 },
      { place: 'body' as const, score: -1, confidence: 1 },
    ];
    expect(weightedScore(evidence).score).toBe(0);
    expect(weightedScore([])).toEqual({ score: 0, confidence: 0 });
  });
});
