import type { Provider } from '@nestjs/common';
import { QualityRepository } from '../quality/quality.repository.js';
import { QualityService } from '../quality/quality.service.js';
import { ArticleDetailRepository } from './articles/article-detail.repository.js';
import { ArticleDetailService } from './articles/article-detail.service.js';
import { ArticleListRepository } from './articles/article-list.repository.js';
import { ArticleListService } from './articles/article-list.service.js';
import { BreakdownService } from './breakdown/breakdown.service.js';
import { ContributingStories } from './changes/contributing-stories.service.js';
import { ContributingStoryRepository } from './changes/contributing-story.repository.js';
import { CoverageQueries } from './coverage-queries.service.js';
import { ExtentRepository } from './extent/extent.repository.js';
import { LanguageComparison } from './languages/language-comparison.service.js';
import { MeasureRepository } from './measures/measure.repository.js';
import { Measures } from './measures/measures.service.js';
import { OverviewMeasuring } from './overview/overview-measures.js';
import { OverviewService } from './overview/overview.service.js';
import { ProvenanceRepository } from './provenance/provenance.repository.js';
import { ProvenanceService } from './provenance/provenance.service.js';
import { SeriesService } from './series/series.service.js';
import { ForecastListRepository } from './statements/forecast-list.repository.js';
import { ForecastListService } from './statements/forecast-list.service.js';
import { QuoteListRepository } from './statements/quote-list.repository.js';
import { QuoteListService } from './statements/quote-list.service.js';
import { StoryDetailRepository } from './stories/story-detail.repository.js';
import { StoryDetailService } from './stories/story-detail.service.js';
import { StoryListRepository } from './stories/story-list.repository.js';
import { StoryListService } from './stories/story-list.service.js';
import { CoverageStreamRepository } from './streams/coverage-stream.repository.js';
import { CoverageStreams } from './streams/coverage-streams.service.js';
import { TargetDetailRepository } from './target/target-detail.repository.js';
import { TargetViewService } from './target/target-view.service.js';

/** Everything that answers questions about coverage. */
export const queryProviders: Provider[] = [
  ArticleDetailRepository,
  ArticleDetailService,
  ArticleListRepository,
  ArticleListService,
  BreakdownService,
  ContributingStories,
  ContributingStoryRepository,
  CoverageQueries,
  CoverageStreamRepository,
  CoverageStreams,
  ExtentRepository,
  ForecastListRepository,
  ForecastListService,
  LanguageComparison,
  MeasureRepository,
  Measures,
  OverviewMeasuring,
  OverviewService,
  ProvenanceRepository,
  ProvenanceService,
  QualityRepository,
  QualityService,
  QuoteListRepository,
  QuoteListService,
  SeriesService,
  StoryDetailRepository,
  StoryDetailService,
  StoryListRepository,
  StoryListService,
  TargetDetailRepository,
  TargetViewService,
];
