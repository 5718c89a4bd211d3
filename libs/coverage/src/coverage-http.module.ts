import { Module } from '@nestjs/common';
import { CatalogueModule } from '@timbre/catalogue';
import { CoverageModule } from './coverage.module.js';
import { AnnotationRepository } from './annotations/annotation.repository.js';
import { AnnotationController } from './http/annotation.controller.js';
import { ArticleController } from './http/article.controller.js';
import { CorrectionController } from './http/correction.controller.js';
import { CoverageController } from './http/coverage.controller.js';
import { QualityController } from './http/quality.controller.js';
import { StoryController } from './http/story.controller.js';
import { RereadingController } from './http/rereading.controller.js';
import { ForecastController, QuoteController } from './http/statement.controllers.js';
import { TopicPreviewController } from './http/topic-preview.controller.js';
import { MissingArticleController } from './missing/missing-article.controller.js';
import { MissingArticleRepository } from './missing/missing-article.repository.js';
import { MissingArticleService } from './missing/missing-article.service.js';
import { ArticlePushRepository } from './pushing/article-push.repository.js';
import { ArticlePushService } from './pushing/article-push.service.js';
import { loadTopicTesters } from './queries/preview/load-topic-testers.js';
import { TopicPreviewRepository } from './queries/preview/topic-preview.repository.js';
import { TopicPreviewService } from './queries/preview/topic-preview.service.js';
import { TOPIC_TESTERS } from './queries/preview/topic-tester.port.js';
import { Rereading } from './rereading/rereading.service.js';

/** Coverage over HTTP. */
@Module({
  imports: [CoverageModule, CatalogueModule],
  controllers: [
    AnnotationController,
    CoverageController,
    ArticleController,
    CorrectionController,
    ForecastController,
    MissingArticleController,
    QualityController,
    QuoteController,
    RereadingController,
    StoryController,
    TopicPreviewController,
  ],
  providers: [
    AnnotationRepository,
    ArticlePushRepository,
    ArticlePushService,
    Rereading,
    MissingArticleRepository,
    MissingArticleService,
    TopicPreviewRepository,
    TopicPreviewService,
    { provide: TOPIC_TESTERS, useFactory: loadTopicTesters },
  ],
})
export class CoverageHttpModule {}
