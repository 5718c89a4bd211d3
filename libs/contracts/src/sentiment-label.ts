import { z } from 'zod';

/** How a target comes off: the sign of a score once small scores are read as neutral. */
export const sentimentLabel = z.enum(['negative', 'neutral', 'positive']);
export type SentimentLabel = z.infer<typeof sentimentLabel>;
