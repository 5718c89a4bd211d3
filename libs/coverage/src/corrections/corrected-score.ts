import type { SentimentLabel } from '@timbre/contracts';
import { scoreScale } from '../rollups/contribution.js';

/**
 * The score of a mention whose label a person corrected: a label says which way, not how far, so it gets the middle of
 * its side, clear of neutral (which ends at 0.2) and short of the extreme (1).
 */
const strength = 0.7;

/** In ten-thousandths, as mentions are stored. */
export const correctedScore: Record<SentimentLabel, number> = {
  negative: -strength * scoreScale,
  neutral: 0,
  positive: strength * scoreScale,
};
