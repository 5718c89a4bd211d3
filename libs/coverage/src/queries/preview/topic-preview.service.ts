import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CatalogueService, checkTopicQuery } from '@timbre/catalogue';
import type { Catalogue, TopicPreview } from '@timbre/contracts';
import { requiredParts } from './required-parts.js';
import { type PreviewArticle, TopicPreviewRepository } from './topic-preview.repository.js';
import { TOPIC_TESTERS, type TopicTester, type TopicTesters } from './topic-tester.port.js';

const mostScanned = 1_000;
const mostExamples = 10;
const mostAlmost = 10;
const mostTriedAgain = 150;
/** A person waits: what is not done by then is left out, and `scanned` says so. */
const budgetMs = 2_000;
const dayMs = 86_400_000;

/** Tries a query on real coverage before it is saved: how much it would find, what, and what it just misses. */
@Injectable()
export class TopicPreviewService {
  constructor(
    private readonly repository: TopicPreviewRepository,
    private readonly catalogue: CatalogueService,
    @Inject(TOPIC_TESTERS) private readonly testers: TopicTesters,
  ) {}

  async preview(query: string, days: number, now: Date): Promise<TopicPreview> {
    const error = checkTopicQuery(query);
    const nothing = { scanned: 0, matched: 0, perDay: 0, examples: [], almost: [] };
    if (error !== null) return { error, ...nothing };
    const since = new Date(now.getTime() - days * dayMs);
    const [{ catalogue }, articles, total] = await Promise.all([
      this.catalogue.current(),
      this.repository.sampleSince(since, mostScanned),
      this.repository.countSince(since),
    ]);
    const deadline = performance.now() + budgetMs;
    const { scanned, matches, misses } = await this.scan(this.testers.testerFor(query, catalogue), articles, deadline);
    return {
      error: null,
      scanned,
      matched: matches.length,
      perDay: scanned === 0 ? 0 : ((matches.length / scanned) * total) / days,
      examples: matches
        .sort((a, b) => b.article.published.getTime() - a.article.published.getTime())
        .slice(0, mostExamples)
        .map(({ article, why }) => ({
          articleId: article.id,
          title: article.title,
          published: article.published.toISOString(),
          why,
        })),
      almost: await this.almost(query, catalogue, misses.slice(0, mostTriedAgain), deadline + budgetMs / 2),
    };
  }

  private async scan(tester: TopicTester, articles: readonly PreviewArticle[], deadline: number) {
    const matches: { article: PreviewArticle; why: { clause: string; text: string }[] }[] = [];
    const misses: PreviewArticle[] = [];
    let scanned = 0;
    for (const article of articles) {
      if (performance.now() > deadline) break;
      const { match, why } = tester(article.text, article.title);
      scanned += 1;
      const text = `${article.title}\n${article.text}`;
      if (match)
        matches.push({
          article,
          why: why.slice(0, 10).map(({ clause, from, to }) => ({ clause, text: text.slice(from, to) })),
        });
      else misses.push(article);
      if (scanned % 10 === 0) await nextTurn();
    }
    return { scanned, matches, misses };
  }

  /** Articles that one part of the query alone keeps out. */
  private async almost(
    query: string,
    catalogue: Catalogue,
    misses: readonly PreviewArticle[],
    deadline: number,
  ): Promise<TopicPreview['almost']> {
    const almost: TopicPreview['almost'] = [];
    for (const { clause, without } of requiredParts(query)) {
      if (performance.now() > deadline) break;
      const tester = this.testers.testerFor(without, catalogue);
      for (const article of misses) {
        if (almost.length >= mostAlmost || performance.now() > deadline) break;
        if (tester(article.text, article.title).match && !almost.some(({ articleId }) => articleId === article.id)) {
          almost.push({ articleId: article.id, title: article.title, missing: clause });
        }
      }
      await nextTurn();
    }
    return almost;
  }
}
