import type { SentimentLabel } from '@timbre/contracts';

/** One print of a story. */
export interface SpreadPrint {
  articleId: string;
  sourceName: string;
  published: string;
  /** Whether it is the one that counts for the story. */
  lead: boolean;
  score: number | null;
  label: SentimentLabel | null;
}

export interface SpreadInput {
  /** Oldest first. */
  prints: readonly SpreadPrint[];
}
