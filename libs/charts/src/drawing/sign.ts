import type { SentimentLabel } from '@timbre/contracts';

/** Below this, a net value is drawn as neutral (DESIGN's label threshold is per article; for means 0.05 is "about zero"). */
const ABOUT_ZERO = 0.05;

export function signOf(value: number | null): SentimentLabel {
  if (value === null || Math.abs(value) < ABOUT_ZERO) return 'neutral';
  return value < 0 ? 'negative' : 'positive';
}

/** Sign as a character: sentiment is never told by colour alone. */
export const signMark: Record<SentimentLabel, string> = { negative: '\u2212', neutral: '\u25CB', positive: '+' };
