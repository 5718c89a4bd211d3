import type { Estimate } from '@timbre/contracts';
import { Z95 } from './normal.js';

/**
 * A share with its Wilson score interval (Wilson, JASA 22, 1927). Rankings use `low`, so that three lucky
 * mentions do not outrank three hundred.
 *
 * @param hits how many of `n` have the property
 * @param n sample size
 */
export function wilsonInterval(hits: number, n: number, z = Z95): Estimate {
  if (!(n > 0)) return { value: null, low: null, high: null, n: 0 };
  const share = hits / n;
  const z2 = z * z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half), n: Math.round(n) };
}
