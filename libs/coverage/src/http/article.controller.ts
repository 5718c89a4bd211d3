import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  articleBatchInput,
  type ArticleBatchResult,
  type ArticleDetail,
  articleInput,
  type ArticlePage,
  articleQuery,
} from '@timbre/contracts';
import {
  Access,
  CurrentUser,
  EventBus,
  InjectSettings,
  InvalidInputError,
  NotFoundError,
  type Principal,
  type Settings,
} from '@timbre/platform';
import { z } from 'zod';
import { excerptDetail } from '../excerpts/excerpt-detail.js';
import { ArticlePushService } from '../pushing/article-push.service.js';
import { CoverageQueries } from '../queries/coverage-queries.service.js';
import { ArticleRemoval } from '../removal/article-removal.service.js';

const pushInput = z.union([articleBatchInput, articleInput]);
const articleId = z.uuid();

@Controller('articles')
@Access('viewer')
export class ArticleController {
  constructor(
    private readonly queries: CoverageQueries,
    private readonly pushes: ArticlePushService,
    private readonly removal: ArticleRemoval,
    private readonly events: EventBus,
    @InjectSettings() private readonly settings: Pick<Settings, 'excerptsOnly'>,
  ) {}

  @Get()
  list(@Query({ schema: articleQuery }) query: z.output<typeof articleQuery>): Promise<ArticlePage> {
    return this.queries.articles(query);
  }

  @Get(':id')
  async one(@Param('id') id: string, @CurrentUser() by: Principal): Promise<ArticleDetail> {
    const article = await this.queries.article(id);
    return this.settings.excerptsOnly && by.role === 'viewer' ? excerptDetail(article) : article;
  }

  /** Takes one article or a batch; safe to send again, with or without an Idempotency-Key. */
  @Post()
  @HttpCode(202)
  @Access('analyst', 'articles:write')
  push(
    @Body({ schema: pushInput }) input: z.output<typeof pushInput>,
    @CurrentUser() by: Principal,
    @Headers('idempotency-key') key?: string,
  ): Promise<ArticleBatchResult> {
    if (key !== undefined && (key.length === 0 || key.length > 200)) {
      throw new InvalidInputError([{ path: 'Idempotency-Key', message: 'must have 1 to 200 characters' }]);
    }
    const push = 'articles' in input ? input : { articles: [input] };
    return this.pushes.push(push, { sender: by.tokenId ?? by.userId, key, now: new Date() });
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('analyst', 'articles:write')
  async delete(@Param('id', { schema: articleId }) id: string): Promise<void> {
    await this.changed(id, await this.removal.delete([id]));
  }

  /** Stops counting an article; its text stays. */
  @Post(':id/exclude')
  @HttpCode(204)
  @Access('analyst', 'articles:write')
  async exclude(@Param('id', { schema: articleId }) id: string): Promise<void> {
    await this.changed(id, await this.removal.exclude([id]));
  }

  /** Counts an excluded article again. */
  @Post(':id/include')
  @HttpCode(204)
  @Access('analyst', 'articles:write')
  async include(@Param('id', { schema: articleId }) id: string): Promise<void> {
    if ((await this.removal.include([id], new Date())) === 0) throw new NotFoundError('excluded article', id);
  }

  private async changed(id: string, articles: number): Promise<void> {
    if (articles === 0) throw new NotFoundError('article', id);
    await this.events.publish('articles.removed', { articles });
  }
}
