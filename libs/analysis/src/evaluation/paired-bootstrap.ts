import { seededRandom } from '../learned/train-linear.js';
import { classificationScores, type GoldLabel } from './classification.js';

/** The same item judged by two versions. */
export interface PairedItem {
  gold: GoldLabel;
  first: GoldLabel;
  second: GoldLabel;
}

interface Comparison {
  /** Macro-F1 of the second minus that of the first. */
  difference: number;
  /** 95 % percentile interval of the difference. */
  low: number;
  high: number;
  /** Share of resamples in which the difference has not the sign that it has on the whole set. */
  p: number;
}

/**
 * Paired bootstrap of a difference in macro-F1 (Efron & Tibshirani 1993; Koehn 2004 for paired systems).
 * Deterministic for a seed.
 */
export function pairedBootstrap(items: readonly PairedItem[], resamples = 1_000, seed = 1): Comparison {
  const f1 = (sample: readonly PairedItem[], side: 'first' | 'second'): number =>
    classificationScores(sample.map((item) => ({ gold: item.gold, predicted: item[side] }))).macroF1;
  const difference = f1(items, 'second') - f1(items, 'first');
  if (items.length === 0) return { difference: 0, low: 0, high: 0, p: 1 };
  const random = seededRandom(seed);
  const differences: number[] = [];
  let against = 0;
  for (let round = 0; round < resamples; round++) {
    const sample = items.map(() => items[Math.floor(random() * items.length)]).filter((item) => item !== undefined);
    const resampled = f1(sample, 'second') - f1(sample, 'first');
    differences.push(resampled);
    if (resampled * Math.sign(difference) <= 0) against++;
  }
  differences.sort((a, b) => a - b);
  const at = (share: number): number => differences[Math.min(resamples - 1, Math.floor(share * resamples))] ?? 0;
  return { difference, low: at(0.025), high: at(0.975), p: against / resamples };
}
