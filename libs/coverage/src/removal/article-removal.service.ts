import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { ArticleRepository } from '../intake/article.repository.js';
import { AnalysisRequests } from '../readings/analysis-requests.js';
import { MentionRepository } from '../readings/mention.repository.js';
import { RollupRepository } from '../rollups/rollup.repository.js';
import { versionCounts } from '../rollups/version-counts.js';
import { StoryLeads } from '../stories/story-leads.service.js';
import { StoryRepository } from '../stories/story.repository.js';
import { ArticleRemovalRepository } from './article-removal.repository.js';

const batchSize = 500;

/** Takes articles out of the coverage, for good or until they are included again; the roll-ups follow. */
@Injectable()
export class ArticleRemoval {
  constructor(
    private readonly database: Database,
    private readonly removals: ArticleRemovalRepository,
    private readonly articles: ArticleRepository,
    private readonly stories: StoryRepository,
    private readonly leads: StoryLeads,
    private readonly mentions: MentionRepository,
    private readonly rollups: RollupRepository,
    private readonly requests: AnalysisRequests,
  ) {}

  /** Deletes articles with all that was read in them; unknown ids are left out of the count. */
  delete(ids: readonly string[]): Promise<number> {
    return this.inBatches(ids, (batch) => this.takeOut(batch, 'delete'));
  }

  /** Stops counting articles without forgetting them. */
  exclude(ids: readonly string[]): Promise<number> {
    return this.inBatches(ids, (batch) => this.takeOut(batch, 'exclude'));
  }

  /** Counts excluded articles again, once they are read anew. */
  async include(ids: readonly string[], due: Date): Promise<number> {
    const included = await this.removals.include(ids, due);
    await this.requests.request(included);
    return included.length;
  }

  /** Deletes every article of these sources, in batches while `goOn` says so; may be run again after a failure. */
  async removeSources(sourceIds: readonly string[], goOn?: (removed: number) => Promise<boolean>): Promise<number> {
    let removed = 0;
    for (;;) {
      const ids = await this.removals.idsOfSources(sourceIds, batchSize);
      if (ids.length === 0) return removed;
      removed += await this.takeOut(ids, 'delete');
      if (goOn && !(await goOn(removed))) return removed;
    }
  }

  private async inBatches(
    ids: readonly string[],
    work: (batch: readonly string[]) => Promise<number>,
  ): Promise<number> {
    let count = 0;
    for (let from = 0; from < ids.length; from += batchSize) count += await work(ids.slice(from, from + batchSize));
    return count;
  }

  private takeOut(ids: readonly string[], how: 'delete' | 'exclude'): Promise<number> {
    return this.database.transaction(async () => {
      const zone = await this.rollups.lockZone();
      const stories = await this.stories.lock(await this.articles.storiesOf(ids));
      // An article whose story changed before it was locked is left: its own writer holds it now.
      const articles = (await this.articles.lock(ids, zone)).filter(({ storyId }) => stories.has(storyId));
      const present = articles.map(({ id }) => id);
      const removed = await this.mentions.contributionsOf(present, zone);
      await this.mentions.removeReadings(present);
      if (how === 'delete') await this.removals.delete(present);
      else await this.removals.exclude(present);
      const settled = await this.leads.settle(stories, new Map(), zone);
      if (how === 'delete') {
        const counts = new Map<string, number>();
        for (const { storyId } of articles) counts.set(storyId, (counts.get(storyId) ?? 0) - 1);
        await this.stories.addArticles(counts);
      }
      await this.rollups.apply(settled.added, [...removed, ...settled.removed]);
      await this.rollups.countVersions(versionCounts(articles, -1));
      return present.length;
    });
  }
}
