import { describe, expect, it } from 'vitest';
import { difference } from './difference.js';
import { ewmaDrift } from './ewma-drift.js';
import { meanInterval } from './mean-interval.js';
import { mentionWeight } from './mention-weight.js';
import { netSentiment } from './net-sentiment.js';
import { polarisation } from './polarisation.js';
import { shrunkMean } from './shrinkage.js';
import { volumeBaseline, volumeSurprise } from './volume-baseline.js';
import { wilsonInterval } from './wilson-interval.js';

describe('volume baseline', () => {
  it('is not moved by one storm', () => {
    expect(volumeBaseline([10, 11, 9, 10, 12, 10, 200, 9]).expected).toBe(10);
  });

  it('is calm about an ordinary day and loud about a tripled one', () => {
    const baseline = volumeBaseline([16, 18, 14, 16, 17, 15, 16, 16]);
    expect(Math.abs(volumeSurprise(18, baseline))).toBeLessThan(1);
    expect(volumeSurprise(48, baseline)).toBeGreaterThan(3);
  });

  it('asks for more where days scatter more than Poisson', () => {
    const steady = volumeBaseline([16, 16, 15, 17, 16, 16, 15, 17]);
    const wild = volumeBaseline([2, 40, 16, 30, 5, 16, 44, 9]);
    expect(volumeSurprise(40, wild)).toBeLessThan(volumeSurprise(40, steady));
  });
});

describe('ewmaDrift', () => {
  it('flags a small lasting drop that no single point would', () => {
    const points = ewmaDrift(
      Array.from({ length: 12 }, () => -0.12),
      0,
      0.1,
    );
    expect(points[0]?.out).toBe(0);
    expect(points.at(-1)?.out).toBe(-1);
  });

  it('stays where it was through buckets without a measurement', () => {
    const [first, second] = ewmaDrift([0.2, null], 0, 0.1);
    expect(second?.ewma).toBe(first?.ewma);
  });
});

describe('intervals and shrinkage', () => {
  it('Wilson: 10 of 10 does not reach certainty', () => {
    expect(wilsonInterval(10, 10).low).toBeCloseTo(0.7225, 3);
  });

  it('shrinks three mentions most of the way and three hundred hardly', () => {
    expect(shrunkMean(3, 3, 0)).toBeCloseTo(3 / 11);
    expect(shrunkMean(300, 300, 0)).toBeGreaterThan(0.97);
  });

  it('mean of one score has the whole scale as interval', () => {
    expect(meanInterval(1, 0.5, 0.25)).toEqual({ value: 0.5, low: -1, high: 1, n: 1 });
  });

  it('says that equal samples are not distinguishable and opposite ones are', () => {
    const good = netSentiment({ positive: 40, neutral: 10, negative: 2 });
    const bad = netSentiment({ positive: 2, neutral: 10, negative: 40 });
    expect(difference(good, good).distinguishable).toBe(false);
    expect(difference(bad, good)).toMatchObject({ distinguishable: true });
  });

  it('polarisation is 1 when half praise and half blame', () => {
    expect(polarisation({ positive: 5, neutral: 0, negative: 5 })).toBe(1);
    expect(polarisation({ positive: 5, neutral: 0, negative: 0 })).toBe(0);
  });

  it('weights halve after the half-life and fall with the root of the story size', () => {
    expect(mentionWeight(14, 1, 1)).toBeCloseTo(0.5);
    expect(mentionWeight(0, 4, 1)).toBeCloseTo(0.5);
  });
});
