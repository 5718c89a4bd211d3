import { Inject, Injectable, Optional } from '@nestjs/common';
import {
  type ArticleDraft,
  type ArticleIntake,
  type IntakeOutcome,
  STORY_ASSIGNER,
  type StoryAssigner,
} from '@timbre/collection';
import { Database } from '@timbre/platform';
import { PublicationPartitionRepository } from '../partitions/publication-partition.repository.js';
import { AnalysisRequests } from '../readings/analysis-requests.js';
import { MentionRepository } from '../readings/mention.repository.js';
import { ArticleRemoval } from '../removal/article-removal.service.js';
import { versionCounts } from '../rollups/version-counts.js';
import { RollupRepository } from '../rollups/rollup.repository.js';
import { searchVector } from '../search/search-vector.js';
import { StoryLeads } from '../stories/story-leads.service.js';
import { type LockedStory, StoryRepository } from '../stories/story.repository.js';
import { ArticleRepository, type KnownArticle } from './article.repository.js';
import { exactStories } from './exact-story-assigner.js';
import { type PlacedDraft, placeDraft } from './place-draft.js';
import { sortDrafts, type SortedDrafts, uniqueDrafts } from './sort-drafts.js';

/** After this long without a reading the sweeper enqueues an article again. */
const readingDueMs = 60_000;

/** Drafts per transaction. */
const batchSize = 500;
/** A draft that other writers overtook is looked at again this often. */
const mostRounds = 5;

type Outcomes = Map<string, IntakeOutcome['status']>;

/** Takes articles in, once each, and has them read. */
@Injectable()
export class ArticleIntakeService implements ArticleIntake {
  private readonly assigner: StoryAssigner;

  constructor(
    private readonly database: Database,
    private readonly articles: ArticleRepository,
    private readonly stories: StoryRepository,
    private readonly leads: StoryLeads,
    private readonly mentions: MentionRepository,
    private readonly rollups: RollupRepository,
    private readonly partitions: PublicationPartitionRepository,
    private readonly requests: AnalysisRequests,
    private readonly removal: ArticleRemoval,
    @Optional() @Inject(STORY_ASSIGNER) assigner?: StoryAssigner,
  ) {
    this.assigner = assigner ?? exactStories;
  }

  async accept(drafts: readonly ArticleDraft[]): Promise<IntakeOutcome[]> {
    const placed = drafts.map(placeDraft);
    const outcomes: Outcomes = new Map();
    const unique = uniqueDrafts(placed);
    for (let from = 0; from < unique.length; from += batchSize) {
      await this.acceptBatch(unique.slice(from, from + batchSize), outcomes);
    }
    const told = new Set<string>();
    return placed.map(({ id }) => {
      const status = told.has(id) ? 'duplicate' : (outcomes.get(id) ?? 'duplicate');
      told.add(id);
      return { id, status };
    });
  }

  removeSources(sourceIds: readonly string[], goOn?: (removed: number) => Promise<boolean>): Promise<number> {
    return this.removal.removeSources(sourceIds, goOn);
  }

  private async acceptBatch(batch: PlacedDraft[], outcomes: Outcomes): Promise<void> {
    await this.partitions.ensureFor(batch.map(({ published }) => published));
    let open = batch;
    for (let round = 0; open.length > 0 && round < mostRounds; round += 1) {
      open = await this.database.transaction(() => this.acceptRound(open, outcomes));
    }
    await this.requests.request(batch.map(({ id }) => id).filter((id) => outcomes.has(id)));
  }

  /** @returns drafts that a concurrent writer overtook. */
  private async acceptRound(drafts: PlacedDraft[], outcomes: Outcomes): Promise<PlacedDraft[]> {
    const sorted = sortDrafts(drafts, await this.articles.findKnown(drafts.map(({ id }) => id)));
    const active = [...sorted.fresh, ...sorted.changed.map(({ draft }) => draft)];
    if (active.length === 0) return [];
    const assigned = await this.assigner.assign(
      active.map(({ id, title, text, lang, published }) => ({
        articleId: id,
        title,
        text,
        lang: lang === 'und' ? null : lang,
        published,
      })),
    );
    const storyOf = (id: string): string => assigned.get(id) ?? id;
    const stories = await this.stories.lockOrCreate([
      ...active.map(({ id }) => storyOf(id)),
      ...sorted.changed.map(({ known }) => known.storyId),
    ]);
    const counts = new Map<string, number>();
    const inserted = await this.insertFresh(sorted.fresh, storyOf, counts);
    const overtaken = sorted.fresh.filter(({ id }) => !inserted.has(id));
    overtaken.push(...(await this.applyChanges(sorted, storyOf, stories, counts)));
    await this.stories.addArticles(counts);
    const open = new Set(overtaken.map(({ id }) => id));
    for (const { id } of sorted.fresh) if (!open.has(id)) outcomes.set(id, 'new');
    for (const { draft } of sorted.changed) if (!open.has(draft.id)) outcomes.set(draft.id, 'updated');
    return overtaken;
  }

  private async insertFresh(
    fresh: PlacedDraft[],
    storyOf: (id: string) => string,
    counts: Map<string, number>,
  ): Promise<Set<string>> {
    const inserted = await this.articles.insertNew(
      fresh.map(({ text: _text, contentId, sourceId, canonicalUrl, ...draft }) => ({
        ...draft,
        content_id: contentId,
        source_id: sourceId,
        canonical_url: canonicalUrl,
        story_id: storyOf(draft.id),
        due: new Date(draft.collected.getTime() + readingDueMs),
      })),
    );
    const stored = fresh.filter(({ id }) => inserted.has(id));
    await this.articles.saveTexts(stored.map(textRow));
    for (const { id } of stored) counts.set(storyOf(id), (counts.get(storyOf(id)) ?? 0) + 1);
    // A story made for a draft that another writer overtook stays empty and is removed with the counts.
    for (const { id } of fresh) if (!inserted.has(id)) counts.set(storyOf(id), counts.get(storyOf(id)) ?? 0);
    return inserted;
  }

  /** Changes known articles; their readings stay until the new text is read, but move with date and story. */
  private async applyChanges(
    { changed }: SortedDrafts,
    storyOf: (id: string) => string,
    stories: ReadonlyMap<string, LockedStory>,
    counts: Map<string, number>,
  ): Promise<PlacedDraft[]> {
    if (changed.length === 0) return [];
    const zone = await this.rollups.lockZone();
    const locked = new Map(
      (
        await this.articles.lock(
          changed.map(({ draft }) => draft.id),
          zone,
        )
      ).map((article) => [article.id, article]),
    );
    const current = changed.filter(({ known }) => locked.get(known.id)?.revision === known.revision);
    const withReading = current.filter(({ known }) => known.hasReading).map(({ known }) => known.id);
    const removed = withReading.length > 0 ? await this.mentions.contributionsOf(withReading, zone) : [];
    for (const { draft, known } of current) {
      await this.changeArticle(draft, known, storyOf(draft.id));
      counts.set(known.storyId, (counts.get(known.storyId) ?? 0) - 1);
      counts.set(storyOf(draft.id), (counts.get(storyOf(draft.id)) ?? 0) + 1);
    }
    await this.articles.saveTexts(current.map(({ draft }) => textRow(draft)));
    if (withReading.length > 0) {
      // Moved readings first join the sums as they are; settling the leads then corrects the flags on top.
      const moved = await this.mentions.contributionsOf(withReading, zone);
      const touched = new Set(current.flatMap(({ draft, known }) => [known.storyId, storyOf(draft.id)]));
      const settled = await this.leads.settle(new Map([...stories].filter(([id]) => touched.has(id))), new Map(), zone);
      await this.rollups.apply([...moved, ...settled.added], [...removed, ...settled.removed]);
      const after = await this.articles.lock(withReading, zone);
      await this.rollups.countVersions([
        ...versionCounts(
          withReading.flatMap((id) => locked.get(id) ?? []),
          -1,
        ),
        ...versionCounts(after, 1),
      ]);
    }
    const done = new Set(current.map(({ draft }) => draft.id));
    return changed.filter(({ draft }) => !done.has(draft.id)).map(({ draft }) => draft);
  }

  private async changeArticle(draft: PlacedDraft, known: KnownArticle, storyId: string): Promise<void> {
    await this.articles.change({
      id: draft.id,
      content_id: draft.contentId,
      title: draft.title,
      byline: draft.byline,
      excerpt: draft.excerpt,
      lang: draft.lang,
      published: draft.published,
      dated: draft.dated,
      extractor: draft.extractor,
      story_id: storyId,
      due: new Date(draft.collected.getTime() + readingDueMs),
    });
    if (known.hasReading && draft.published.getTime() !== known.published.getTime()) {
      await this.mentions.move(draft.id, known.published, draft.published);
    }
  }
}

const textRow = ({ id, title, text }: PlacedDraft) => ({ id, text, search: searchVector(title, text) });
