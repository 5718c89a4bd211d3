import type { ContributingStory, CountingUnit } from '@timbre/contracts';
import { storyContributions } from '@timbre/metrics';
import { scoreScale } from '../../rollups/contribution.js';
import type { StoryScoreRow } from './contributing-story.repository.js';

interface ChangeOfMean {
  meanBefore: number;
  change: number;
  n: number;
  most: number;
  unit: CountingUnit;
  sourceNameOf: (sourceId: string) => string;
}

/**
 * What each of the stories found contributed to the change of the mean, strongest in its direction first. The rest of
 * the period enters as one item, so that the shares are those of the whole.
 */
export function contributingStoriesOf(
  found: readonly StoryScoreRow[],
  { meanBefore, change, n, most, unit, sourceNameOf }: ChangeOfMean,
): ContributingStory[] {
  if (n === 0) return [];
  const counted = [...new Map(found.map((row) => [row.storyId, row])).values()].map((row) => ({
    row,
    copies: unit === 'articles' ? row.articles : 1,
  }));
  const rest = { storyId: '', sum: 0, n: Math.max(0, n - counted.reduce((sum, { copies }) => sum + copies, 0)) };
  const items = counted.map(({ row, copies }) => ({
    storyId: row.storyId,
    sum: (row.score / scoreScale) * copies,
    n: copies,
  }));
  const contributions = new Map(
    storyContributions([...items, rest], meanBefore).map(({ storyId, contribution }) => [storyId, contribution]),
  );
  const towards = change < 0 ? -1 : 1;
  return counted
    .map(({ row }) => ({
      storyId: row.storyId,
      articleId: row.articleId,
      title: row.title,
      sourceName: sourceNameOf(row.sourceId),
      published: row.published.toISOString(),
      articles: Math.max(1, row.articles),
      score: row.score / scoreScale,
      contribution: contributions.get(row.storyId) ?? 0,
    }))
    .sort((a, b) => towards * (b.contribution - a.contribution))
    .slice(0, most);
}
