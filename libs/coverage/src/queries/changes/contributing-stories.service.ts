import { Injectable } from '@nestjs/common';
import type { ContributingStory, TargetRef } from '@timbre/contracts';
import { storyContributions } from '@timbre/metrics';
import { scoreScale } from '../../rollups/contribution.js';
import { Measures } from '../measures/measures.service.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';
import { ContributingStoryRepository, type StoryScoreRow } from './contributing-story.repository.js';

/** Answers "which stories did that?". */
@Injectable()
export class ContributingStories {
  constructor(
    private readonly repository: ContributingStoryRepository,
    private readonly measures: Measures,
  ) {}

  /**
   * Stories of the filter's range that moved the mean score of the target away from `meanBefore`, strongest first.
   * Contributions of all stories add up to the change; in articles, a story weighs as often as it was printed.
   *
   * @param change - sign of the change to be explained; stories that pull the other way follow.
   * @param n - mentions of the target in the range, in the filter's unit.
   */
  async of(
    filter: ResolvedFilter,
    target: TargetRef,
    { meanBefore, change, n, most }: { meanBefore: number; change: number; n: number; most: number },
  ): Promise<ContributingStory[]> {
    if (n === 0) return [];
    const half = Math.max(1, Math.floor(most / 3));
    const [main, opposite] = await Promise.all([
      this.repository.extremes(filter, target, change < 0 ? 'down' : 'up', most),
      this.repository.extremes(filter, target, change < 0 ? 'up' : 'down', half),
    ]);
    const rows = new Map<string, StoryScoreRow>();
    for (const row of [...main, ...opposite]) rows.set(row.storyId, row);
    const counted = [...rows.values()].map((row) => ({
      row,
      copies: filter.unit === 'articles' ? row.articles : 1,
    }));
    // The rest of the period enters as one item, so that the shares are those of the whole.
    const rest = { storyId: '', sum: 0, n: Math.max(0, n - counted.reduce((sum, { copies }) => sum + copies, 0)) };
    const contributions = new Map(
      storyContributions(
        [
          ...counted.map(({ row, copies }) => ({
            storyId: row.storyId,
            sum: (row.score / scoreScale) * copies,
            n: copies,
          })),
          rest,
        ],
        meanBefore,
      ).map(({ storyId, contribution }) => [storyId, contribution]),
    );
    const names = new Map((await this.measures.sources()).map(({ id, name }) => [id, name]));
    const towards = change < 0 ? -1 : 1;
    return counted
      .map(({ row }) => ({
        storyId: row.storyId,
        articleId: row.articleId,
        title: row.title,
        sourceName: names.get(row.sourceId) ?? row.sourceId,
        published: row.published.toISOString(),
        articles: Math.max(1, row.articles),
        score: row.score / scoreScale,
        contribution: contributions.get(row.storyId) ?? 0,
      }))
      .sort((a, b) => towards * (b.contribution - a.contribution))
      .slice(0, most);
  }
}
