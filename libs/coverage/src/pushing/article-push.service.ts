import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type ArticleDraft, canonicalUrl, SourceService } from '@timbre/collection';
import type { ArticleBatchResult, ArticleInput } from '@timbre/contracts';
import { ProblemError } from '@timbre/platform';
import { ArticleIntakeService } from '../intake/article-intake.service.js';
import { ArticlePushRepository } from './article-push.repository.js';

/** One idempotency key was used for two different requests. */
class IdempotencyKeyReusedError extends ProblemError {
  constructor() {
    super({
      status: 422,
      code: 'articles.idempotency_key_reused',
      detail: 'This Idempotency-Key came with other articles before. Use a new key for each request.',
    });
  }
}

interface ArticlePush {
  /** Source that the articles come from; without it, one named after each article's outlet. */
  source?: string;
  articles: readonly ArticleInput[];
}

const unnamedSource = 'Push API';

/** Takes articles that other programs send. */
@Injectable()
export class ArticlePushService {
  constructor(
    private readonly pushes: ArticlePushRepository,
    private readonly intake: ArticleIntakeService,
    private readonly sources: SourceService,
  ) {}

  /**
   * Stores the articles. Sent again under the same key, the answer is the first one.
   *
   * @param sender - who sends; keys of different senders do not meet.
   * @throws OutletRefusedError where one of the outlets was taken down; then nothing is stored.
   */
  async push(
    { source, articles }: ArticlePush,
    { sender, key, now }: { sender: string; key?: string; now: Date },
  ): Promise<ArticleBatchResult> {
    const bodyHash = createHash('sha256')
      .update(JSON.stringify([source, articles]))
      .digest('hex');
    const known = key === undefined ? null : await this.pushes.find(sender, key);
    if (known !== null) {
      if (known.bodyHash !== bodyHash) throw new IdempotencyKeyReusedError();
      return known.result;
    }
    // Under whatever source an article comes: its outlet decides whether it may.
    for (const outlet of new Set(articles.flatMap((article) => article.outlet ?? []))) await this.sources.admit(outlet);
    const sourceIds = new Map<string, string>();
    for (const name of new Set(articles.map(({ outlet }) => source ?? outlet ?? unnamedSource))) {
      sourceIds.set(name, await this.sources.receiving('push', name));
    }
    const outcomes = await this.intake.accept(
      articles.map((article) => draftOf(article, sourceIds.get(source ?? article.outlet ?? unnamedSource) ?? '', now)),
    );
    const duplicates = outcomes.filter(({ status }) => status === 'duplicate').length;
    const result = {
      accepted: outcomes.length - duplicates,
      duplicates,
      ids: outcomes.map(({ id }) => id),
    };
    if (key === undefined) return result;
    await this.pushes.record(sender, key, { bodyHash, result }, now);
    return (await this.pushes.find(sender, key))?.result ?? result;
  }
}

function draftOf(article: ArticleInput, sourceId: string, now: Date): ArticleDraft {
  const { url, title = '', text, published, lang, byline } = article;
  return {
    sourceId,
    title,
    text,
    byline,
    lang,
    url,
    canonicalUrl: url === undefined ? undefined : canonicalUrl(url),
    published: published === undefined ? undefined : new Date(published),
    dated: published !== undefined,
    collected: now,
    extractor: 'push',
  };
}
