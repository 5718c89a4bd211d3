import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import type { Correction, CorrectionInput } from '@timbre/contracts';
import { Database, NotFoundError, ProblemError } from '@timbre/platform';
import { ArticleRepository, type LockedArticle } from '../intake/article.repository.js';
import { MentionRepository } from '../readings/mention.repository.js';
import { RollupRepository } from '../rollups/rollup.repository.js';
import { StoryRepository } from '../stories/story.repository.js';
import { applyCorrections } from './apply-corrections.js';
import { type Actor, CorrectionRepository } from './correction.repository.js';
import { judgeReading } from './judge-reading.js';
import { presentCorrection } from './present-correction.js';
import { restoreReading } from './restore-reading.js';
import { resolveNames } from './resolve-names.js';
import type { StoredCorrection } from './stored-correction.js';
import { StoredReadingRepository } from './stored-reading.repository.js';

/** Nothing can be corrected that was not said. */
class ArticleNotReadError extends ProblemError {
  constructor() {
    const detail = 'The article has no reading at the moment. Try again once it has been read.';
    super({ status: 409, code: 'article.not_read', detail });
  }
}

/** Judgements of people about readings; they count at once, and until they are undone. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionRepository,
    private readonly readings: StoredReadingRepository,
    private readonly articles: ArticleRepository,
    private readonly stories: StoryRepository,
    private readonly mentions: MentionRepository,
    private readonly rollups: RollupRepository,
    private readonly catalogues: CatalogueService,
  ) {}

  /**
   * Puts a judgement in force; an earlier one of the same thing ends.
   *
   * @throws NotFoundError, InvalidInputError, ArticleNotReadError
   */
  async correct(articleId: string, said: CorrectionInput, by: Actor, at: Date): Promise<Correction> {
    const input = resolveNames(said, (await this.catalogues.current()).catalogue);
    return this.database.transaction(async () => {
      const { article, zone } = await this.lock(articleId);
      if (article.analysisVersion === null) throw new ArticleNotReadError();
      const inForce = (await this.corrections.inForce([articleId])).get(articleId) ?? [];
      const shown = await this.readings.rowsOf(articleId, article.published);
      const original = restoreReading(shown, inForce);
      const made = judgeReading({ original, shown }, input, {
        id: randomUUID(),
        articleId,
        version: article.analysisVersion,
        lang: original.mentions[0]?.lang ?? 'und',
        note: input.note ?? null,
        madeBy: by.userId,
        madeByName: by.name,
        madeAt: at,
      });
      const replaced = inForce.find(({ kind, key }) => kind === made.kind && key === made.key);
      if (replaced !== undefined) await this.corrections.end(replaced, by, at);
      await this.corrections.insert(made);
      await this.rewrite(articleId, zone, original, [...inForce.filter((one) => one !== replaced), made]);
      return presentCorrection(made);
    });
  }

  /** Ends a judgement: what the analysis says counts again. @throws NotFoundError */
  undo(articleId: string, id: string, by: Actor, at: Date): Promise<void> {
    return this.database.transaction(async () => {
      const { article, zone } = await this.lock(articleId);
      const inForce = (await this.corrections.inForce([articleId])).get(articleId) ?? [];
      const undone = inForce.find((one) => one.id === id);
      if (undone === undefined) throw new NotFoundError('correction', id);
      await this.corrections.end(undone, by, at);
      // Without a reading there is nothing to restore; the next one is written without this judgement.
      if (article.analysisVersion === null) return;
      const original = restoreReading(await this.readings.rowsOf(articleId, article.published), inForce);
      const rest = inForce.filter((one) => one !== undone);
      await this.rewrite(articleId, zone, original, rest);
    });
  }

  /** Zone, story, article: the order of locks that every writer keeps. */
  private async lock(articleId: string): Promise<{ article: LockedArticle; zone: string }> {
    const zone = await this.rollups.lockZone();
    const stories = await this.stories.lock(await this.articles.storiesOf([articleId]));
    const [article] = await this.articles.lock([articleId], zone);
    if (article === undefined) throw new NotFoundError('article', articleId);
    // Its story changed before it was locked: it is being written, and will be read anew.
    if (!stories.has(article.storyId)) throw new ArticleNotReadError();
    return { article, zone };
  }

  private async rewrite(
    articleId: string,
    zone: string,
    original: ReturnType<typeof restoreReading>,
    corrections: readonly StoredCorrection[],
  ): Promise<void> {
    const corrected = applyCorrections(original, corrections);
    const before = await this.mentions.contributionsOf([articleId], zone);
    await this.readings.replace(articleId, corrected.rows);
    const after = await this.mentions.contributionsOf([articleId], zone);
    await this.corrections.keepReadings(corrected.corrections);
    await this.rollups.apply(after, before);
  }
}
