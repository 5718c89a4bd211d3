import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { CatalogueModule, CatalogueUsage } from '@timbre/catalogue';
import { ARTICLE_COUNTS, ARTICLE_INTAKE } from '@timbre/collection';
import { writingProviders } from './coverage-providers.js';
import { ArticleIntakeService } from './intake/article-intake.service.js';
import { CoverageQueries } from './queries/coverage-queries.service.js';
import { ExtentRepository } from './queries/extent/extent.repository.js';
import { QualityService } from './quality/quality.service.js';
import { queryProviders } from './queries/query-providers.js';
import { CoverageStreams } from './queries/streams/coverage-streams.service.js';
import { ArticleRemoval } from './removal/article-removal.service.js';
import { RollupVerifier } from './verification/rollup-verification.service.js';

const usageMs = 10_000;

/**
 * Articles, their readings and every question about them. Global, because collection delivers to `ARTICLE_INTAKE`
 * without knowing coverage; in turn it expects collection's ports.
 */
@Global()
@Module({
  imports: [CatalogueModule],
  providers: [
    ...writingProviders,
    ...queryProviders,
    { provide: ARTICLE_INTAKE, useExisting: ArticleIntakeService },
    {
      provide: ARTICLE_COUNTS,
      useFactory: (extents: ExtentRepository) => ({ bySource: () => extents.articlesBySource() }),
      inject: [ExtentRepository],
    },
  ],
  exports: [
    ...writingProviders,
    ARTICLE_INTAKE,
    ARTICLE_COUNTS,
    ArticleRemoval,
    CoverageQueries,
    CoverageStreams,
    QualityService,
    RollupVerifier,
  ],
})
export class CoverageModule implements OnModuleInit {
  private counts: { at: number; value: Promise<ReadonlyMap<string, number>> } | undefined;

  constructor(
    private readonly usage: CatalogueUsage,
    private readonly extents: ExtentRepository,
  ) {}

  onModuleInit(): void {
    this.usage.countWith(() => {
      const now = performance.now();
      if (this.counts === undefined || now - this.counts.at > usageMs) {
        const value = this.extents.articlesByTarget();
        value.catch(() => (this.counts = undefined));
        this.counts = { at: now, value };
      }
      return this.counts.value;
    });
  }
}
