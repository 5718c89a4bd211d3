/** An article as collection found it, before it has an identity. */
export interface ArticleDraft {
  sourceId: string;
  /** Address as it was found; shown to people. */
  url?: string;
  /** Address without tracking and session parameters (see canonical URLs): the article's identity where present. */
  canonicalUrl?: string;
  title: string;
  /** Plain text without the title. */
  text: string;
  byline?: string;
  /** Language that the feed or page declares; the analysis decides. */
  lang?: string;
  /** Moment of publication as the document says it; undated, the best that stands in for it, such as the day of a crawl. */
  published?: Date;
  /** False where the document gave no date that can be trusted; without a `published`, the moment of collection stands in. */
  dated: boolean;
  collected: Date;
  /** Which extractor made the text, with its version. */
  extractor?: string;
}

export interface IntakeOutcome {
  /** The article's id: UUIDv5 of its canonical URL, or of its content hash where there is none. */
  id: string;
  /** `updated`: the article was known, and its text, title or date changed. */
  status: 'new' | 'duplicate' | 'updated';
}

/**
 * Where collected articles go. Collection calls it; coverage implements it.
 *
 * Deliberately not here: analysis. Accepted articles are stored and their ids enqueued.
 */
export interface ArticleIntake {
  /**
   * Stores drafts in one go; any number up to some thousands, outcomes in the order of the drafts. Accepting the
   * same draft twice has the effect of accepting it once.
   */
  accept(drafts: readonly ArticleDraft[]): Promise<IntakeOutcome[]>;
  /**
   * Deletes every article of these sources with all that was read in them; returns how many.
   * @param goOn hears how many are gone after each batch; the rest stays when it says false
   */
  removeSources(sourceIds: readonly string[], goOn?: (removed: number) => Promise<boolean>): Promise<number>;
}

/** Injection token of `ArticleIntake`. */
export const ARTICLE_INTAKE = Symbol('ArticleIntake');
