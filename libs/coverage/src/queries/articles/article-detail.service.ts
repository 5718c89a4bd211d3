import { Injectable } from '@nestjs/common';
import { ALL_COVERAGE, type ArticleDetail } from '@timbre/contracts';
import { NotFoundError } from '@timbre/platform';
import { z } from 'zod';
import { CorrectionRepository } from '../../corrections/correction.repository.js';
import { presentCorrection } from '../../corrections/present-correction.js';
import { Measures } from '../measures/measures.service.js';
import { ArticleDetailRepository } from './article-detail.repository.js';
import { presentArticle } from './present-article.js';
import { readingOf } from './reading-of.js';

const mostStoryArticles = 100;

/** One article down to the words that made its scores. */
@Injectable()
export class ArticleDetailService {
  constructor(
    private readonly repository: ArticleDetailRepository,
    private readonly measures: Measures,
    private readonly corrections: CorrectionRepository,
  ) {}

  /** @throws NotFoundError */
  async detail(id: string): Promise<ArticleDetail> {
    const article = z.uuid().safeParse(id).success ? await this.repository.find(id) : null;
    if (article === null) throw new NotFoundError('article', id);
    const [mentions, quotes, forecasts, story, sources, corrections] = await Promise.all([
      this.repository.mentions(id, article.published),
      this.repository.quotes(id, article.published),
      this.repository.forecasts(id, article.published),
      this.repository.storyArticles(article.storyId, mostStoryArticles),
      this.measures.sources(),
      this.corrections.inForce([id]),
    ]);
    const facts = new Map(sources.map((source) => [source.id, source]));
    const whole = mentions.find(({ target }) => target === ALL_COVERAGE);
    const summary = presentArticle(
      {
        ...article,
        score: whole?.score ?? null,
        label: whole?.label ?? null,
        confidence: whole?.confidence ?? null,
        evidence: whole?.evidence ?? null,
      },
      facts,
      article.readingText,
    );
    return {
      ...summary,
      text: article.readingText,
      textRemoved: article.textRemoved,
      reading: readingOf(article, { mentions, quotes, forecasts }),
      history: article.history ?? [],
      corrections: (corrections.get(id) ?? []).map(presentCorrection),
      storyArticles: story.map(({ id: other, title, sourceId, published, lead }) => ({
        id: other,
        title,
        sourceName: facts.get(sourceId)?.name ?? sourceId,
        published: published.toISOString(),
        lead,
      })),
    };
  }
}
