import type { Estimate } from '@timbre/contracts';

/** A difference of two estimates; `distinguishable` is false when its interval holds zero. */
export interface Difference {
  value: number | null;
  low: number | null;
  high: number | null;
  distinguishable: boolean;
}

/**
 * Difference b − a of two independent estimates, with the interval of the MOVER method (Zou and Donner 2008): it
 * recovers the variances from the two intervals, so it is as good as they are and needs no normality near ±1.
 */
export function difference(a: Estimate, b: Estimate): Difference {
  if (a.value === null || b.value === null || a.low === null || a.high === null || b.low === null || b.high === null) {
    return { value: null, low: null, high: null, distinguishable: false };
  }
  const value = b.value - a.value;
  const low = value - Math.hypot(b.value - b.low, a.high - a.value);
  const high = value + Math.hypot(b.high - b.value, a.value - a.low);
  return { value, low, high, distinguishable: low > 0 || high < 0 };
}
