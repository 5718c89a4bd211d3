/** What a story is recognised by. */
export interface StoryCandidate {
  articleId: string;
  title: string;
  text: string;
  lang: string | null;
  published: Date;
}

/**
 * Decides which articles carry the same text. Called inside the transaction that stores the articles, so an
 * index of its own joins that transaction; the answer for articles that were seen before must not change.
 */
export interface StoryAssigner {
  /** Story id (UUID) of each candidate, by article id. Candidates of one call may belong together. */
  assign(candidates: readonly StoryCandidate[]): Promise<ReadonlyMap<string, string>>;
}

/** Injection token of `StoryAssigner`. */
export const STORY_ASSIGNER = Symbol('StoryAssigner');
