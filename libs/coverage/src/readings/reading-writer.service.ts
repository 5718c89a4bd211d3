import { Injectable } from '@nestjs/common';
import type { Reading } from '@timbre/contracts';
import { Database } from '@timbre/platform';
import { applyCorrections } from '../corrections/apply-corrections.js';
import { CorrectionRepository } from '../corrections/correction.repository.js';
import { ArticleRepository, type LockedArticle } from '../intake/article.repository.js';
import type { Contribution } from '../rollups/contribution.js';
import { RollupRepository } from '../rollups/rollup.repository.js';
import { versionCounts } from '../rollups/version-counts.js';
import { StoryLeads } from '../stories/story-leads.service.js';
import { type LockedStory, StoryRepository } from '../stories/story.repository.js';
import { MentionRepository, type MentionRow } from './mention.repository.js';
import { readingRows } from './reading-rows.js';
import { ReadingRepository, type UnreadArticle } from './reading.repository.js';
import { StatementRepository } from './statement.repository.js';

/** A reading and the article as it was loaded for it. */
export interface FinishedReading {
  article: UnreadArticle;
  reading: Reading;
  /** The version of the analysis that made it: a scorer that gave no answer makes another one than asked for. */
  analysis: string;
}

export interface ReadingVersion {
  analysis: string;
  catalogue: number;
}

/**
 * Writes readings and their effect on every roll-up in one transaction. What an earlier reading of the same article
 * said is subtracted, so writing twice has the effect of writing once. Judgements of people outlive every reading: they
 * are applied to the rows before these are written.
 */
@Injectable()
export class ReadingWriter {
  constructor(
    private readonly database: Database,
    private readonly articles: ArticleRepository,
    private readonly readings: ReadingRepository,
    private readonly mentions: MentionRepository,
    private readonly statements: StatementRepository,
    private readonly stories: StoryRepository,
    private readonly leads: StoryLeads,
    private readonly rollups: RollupRepository,
    private readonly corrections: CorrectionRepository,
  ) {}

  /** @returns how many were written; articles that changed or went meanwhile are left to their next job. */
  write(finished: readonly FinishedReading[], catalogue: number, readAt: Date): Promise<number> {
    return this.database.transaction(async () => {
      const zone = await this.rollups.lockZone();
      const stories = await this.stories.lock(finished.map(({ article }) => article.storyId));
      const byId = new Map(finished.map((one) => [one.article.id, one]));
      const current = (await this.articles.lock([...byId.keys()], zone)).filter(
        ({ id, revision, state }) => byId.get(id)?.article.revision === revision && state !== 'excluded',
      );
      const readingOf = (id: string): Reading | undefined => byId.get(id)?.reading;
      const replaced = current.filter(({ analysisVersion }) => analysisVersion !== null);
      const removed = await this.removeReplaced(replaced, zone);
      await this.record(current, byId, catalogue, readAt);
      const touched = new Set(current.map(({ storyId }) => storyId));
      const settled = await this.leads.settle(
        new Map([...stories].filter(([id]) => touched.has(id))),
        aloneIn(current, stories),
        zone,
      );
      const added = await this.insert(current, readingOf, settled.leads);
      await this.rollups.apply([...added, ...settled.added], [...removed, ...settled.removed]);
      await this.rollups.countVersions([
        ...versionCounts(replaced, -1),
        ...versionCounts(
          current.map(({ id, day }) => ({
            analysisVersion: byId.get(id)?.analysis ?? null,
            catalogueVersion: catalogue,
            day,
          })),
          1,
        ),
      ]);
      return current.length;
    });
  }

  private async removeReplaced(replaced: readonly LockedArticle[], zone: string): Promise<Contribution[]> {
    if (replaced.length === 0) return [];
    const ids = replaced.map(({ id }) => id);
    const removed = await this.mentions.contributionsOf(ids, zone);
    await this.mentions.removeReadings(ids);
    return removed;
  }

  private async record(
    current: readonly LockedArticle[],
    byId: ReadonlyMap<string, FinishedReading>,
    catalogue: number,
    readAt: Date,
  ): Promise<void> {
    const rows = current.flatMap(({ id }) => {
      const finished = byId.get(id);
      if (finished === undefined) return [];
      const { article, reading, analysis } = finished;
      const { document, topics, entities, proposed, skipped, targets } = reading;
      return {
        id,
        lang: reading.lang,
        analysisVersion: analysis,
        catalogueVersion: catalogue,
        readAt,
        details: {
          document,
          topics,
          entities,
          proposed,
          skipped,
          names: Object.fromEntries(targets.map((target) => [target.id, target.name])),
        },
        readingText: reading.text === plainText(article) ? null : reading.text,
      };
    });
    if (rows.length > 0) await this.readings.record(rows);
  }

  private async insert(
    current: readonly LockedArticle[],
    readingOf: (id: string) => Reading | undefined,
    leads: ReadonlyMap<string, string | null>,
  ): Promise<Contribution[]> {
    const corrections = await this.corrections.inForce(current.map(({ id }) => id));
    const placed = current.flatMap((article) => {
      const reading = readingOf(article.id);
      if (reading === undefined) return [];
      const lead = leads.get(article.storyId) === article.id;
      const rows = readingRows(reading, { ...article, articleId: article.id, lead });
      return { article, ...applyCorrections(rows, corrections.get(article.id) ?? []) };
    });
    await this.corrections.keepReadings(placed.flatMap((one) => one.corrections));
    await this.mentions.insert(placed.flatMap(({ rows }) => rows.mentions));
    await this.statements.insertQuotes(placed.flatMap(({ rows }) => rows.quotes));
    await this.statements.insertForecasts(placed.flatMap(({ rows }) => rows.forecasts));
    return placed.flatMap(({ article, rows }) => rows.mentions.map((mention) => contributionOf(mention, article)));
  }
}

/** The text that a reading's offsets count, where the analysis changed nothing: the title is the first line. */
const plainText = ({ title, text }: UnreadArticle): string => (title === '' ? text : `${title}\n${text}`);

/** Stories that hold this one article only: no other can be their lead. */
function aloneIn(current: readonly LockedArticle[], stories: ReadonlyMap<string, LockedStory>): Map<string, string> {
  return new Map(
    current.filter(({ storyId }) => stories.get(storyId)?.articles === 1).map(({ storyId, id }) => [storyId, id]),
  );
}

const contributionOf = (mention: MentionRow, { hour, day }: LockedArticle): Contribution => ({
  target: mention.target,
  sourceId: mention.source_id,
  lang: mention.lang,
  hour,
  day,
  score: mention.score,
  label: mention.label,
  lead: mention.lead,
});
