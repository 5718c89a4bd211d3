import type { Estimate } from '@timbre/contracts';
import { Z95 } from './normal.js';

/**
 * Mean of scores with its 95 % interval from additive sums, as roll-ups hold them. Below two mentions the spread is
 * unknown and the interval is the whole scale.
 *
 * @param n number of scores
 * @param sum Σ s
 * @param sumOfSquares Σ s²
 */
export function meanInterval(n: number, sum: number, sumOfSquares: number): Estimate {
  if (n <= 0) return { value: null, low: null, high: null, n: 0 };
  const value = sum / n;
  if (n < 2) return { value, low: -1, high: 1, n };
  const variance = Math.max(0, (sumOfSquares - n * value * value) / (n - 1));
  const half = Z95 * Math.sqrt(variance / n);
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half), n };
}
