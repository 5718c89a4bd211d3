/** Scores of one story in one of two periods. */
export interface StoryScore {
  storyId: string;
  /** Σ of its mentions' scores and their number. */
  sum: number;
  n: number;
}

/**
 * How much each story of the later period moved the mean against the earlier period's mean:
 * cᵢ = (sumᵢ − nᵢ·mean₁)/n₂. The contributions add up to mean₂ − mean₁. Sorted by size.
 */
export function storyContributions(
  after: readonly StoryScore[],
  meanBefore: number,
): { storyId: string; contribution: number }[] {
  const n = after.reduce((total, story) => total + story.n, 0);
  if (n === 0) return [];
  return after
    .map((story) => ({ storyId: story.storyId, contribution: (story.sum - story.n * meanBefore) / n }))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}
