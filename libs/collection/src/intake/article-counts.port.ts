/** How many articles each source has; coverage knows. */
export interface ArticleCounts {
  bySource(): Promise<ReadonlyMap<string, number>>;
}

/** Injection token of `ArticleCounts`. */
export const ARTICLE_COUNTS = Symbol('ArticleCounts');
