import { Injectable } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import type {
  ArticleDetail,
  ArticlePage,
  ArticleQuery,
  BreakdownDimension,
  BreakdownResponse,
  ContributingStory,
  CoverageExtent,
  CoverageFilter,
  CoverageSeries,
  ForecastsResponse,
  LanguagesResponse,
  OverviewResponse,
  Provenance,
  StoryDetail,
  StoryPage,
  StoryQuery,
  TargetRef,
  TargetResponse,
  Totals,
} from '@timbre/contracts';
import { ArticleDetailService } from './articles/article-detail.service.js';
import { ArticleListService } from './articles/article-list.service.js';
import { BreakdownService } from './breakdown/breakdown.service.js';
import { ContributingStories } from './changes/contributing-stories.service.js';
import { ExtentRepository } from './extent/extent.repository.js';
import type { Pair } from './languages/in-two-languages.js';
import { LanguageComparison } from './languages/language-comparison.service.js';
import { meanScore, noMeasure } from './measures/measure-values.js';
import { Measures } from './measures/measures.service.js';
import { OverviewService } from './overview/overview.service.js';
import { ProvenanceService } from './provenance/provenance.service.js';
import { comparisonRange, resolveFilter } from './range/resolve-filter.js';
import { SeriesService } from './series/series.service.js';
import { ForecastListService } from './statements/forecast-list.service.js';
import { type QuotePage, QuoteListService } from './statements/quote-list.service.js';
import { StoryDetailService } from './stories/story-detail.service.js';
import { StoryListService } from './stories/story-list.service.js';
import { type NameLanguage, type TargetNames, targetNames } from './targets/target-names.js';
import { TargetViewService } from './target/target-view.service.js';

/** When a question is asked, and in which language names are wanted. */
export interface AskedAs {
  now: Date;
  language?: NameLanguage;
}

/** Every question about coverage, as dashboards, alerts and reports ask it. */
@Injectable()
export class CoverageQueries {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly provenanceService: ProvenanceService,
    private readonly seriesService: SeriesService,
    private readonly breakdowns: BreakdownService,
    private readonly overviews: OverviewService,
    private readonly targetViews: TargetViewService,
    private readonly articleLists: ArticleListService,
    private readonly articleDetails: ArticleDetailService,
    private readonly forecastLists: ForecastListService,
    private readonly quoteLists: QuoteListService,
    private readonly contributing: ContributingStories,
    private readonly storyLists: StoryListService,
    private readonly storyDetails: StoryDetailService,
    private readonly languageComparison: LanguageComparison,
    private readonly measures: Measures,
    private readonly extents: ExtentRepository,
  ) {}

  async series(filter: CoverageFilter, asked: AskedAs): Promise<{ provenance: Provenance; series: CoverageSeries[] }> {
    const resolved = resolveFilter(filter, asked.now);
    const names = await this.names(asked);
    const [provenance, series] = await Promise.all([
      this.provenanceService.of(resolved),
      this.seriesService.series(resolved, names),
    ]);
    return { provenance, series };
  }

  /** Totals of each target of the filter, with those of the compared period. */
  async totals(filter: CoverageFilter, asked: AskedAs): Promise<Totals[]> {
    const resolved = resolveFilter(filter, asked.now);
    const names = await this.names(asked);
    return Promise.all(resolved.targets.map((target) => this.seriesService.totals(resolved, names, target)));
  }

  async breakdown(filter: CoverageFilter, by: BreakdownDimension, asked: AskedAs): Promise<BreakdownResponse> {
    const resolved = resolveFilter(filter, asked.now);
    const names = await this.names(asked);
    const [provenance, rows] = await Promise.all([
      this.provenanceService.of(resolved),
      this.breakdowns.breakdown(resolved, names, by),
    ]);
    return { provenance, rows };
  }

  async overview(filter: CoverageFilter, asked: AskedAs): Promise<OverviewResponse> {
    return this.overviews.overview(resolveFilter(filter, asked.now), await this.names(asked));
  }

  async target(target: TargetRef, filter: CoverageFilter, asked: AskedAs): Promise<TargetResponse> {
    const resolved = resolveFilter({ ...filter, targets: [target] }, asked.now);
    return this.targetViews.view(resolved, await this.names(asked), target);
  }

  /** The filter's first target as two languages tell it. */
  async languages(filter: CoverageFilter, pair: Pair, asked: AskedAs): Promise<LanguagesResponse> {
    return this.languageComparison.compare(resolveFilter(filter, asked.now), await this.names(asked), pair);
  }

  /** Texts with their reprints, the most printed or the newest first. */
  stories(query: StoryQuery, now: Date): Promise<StoryPage> {
    return this.storyLists.page(query, now);
  }

  /** @throws NotFoundError */
  async story(id: string, target: TargetRef, asked: AskedAs): Promise<StoryDetail> {
    return this.storyDetails.detail(id, target, await this.names(asked));
  }

  /** Articles behind any number, newest first; without `from` and `to` of all times. */
  articles(query: ArticleQuery): Promise<ArticlePage> {
    return this.articleLists.page(query);
  }

  /** @throws NotFoundError */
  article(id: string): Promise<ArticleDetail> {
    return this.articleDetails.detail(id);
  }

  async forecasts(filter: CoverageFilter, asked: AskedAs, subject?: string): Promise<ForecastsResponse> {
    return this.forecastLists.forecasts(resolveFilter(filter, asked.now), await this.names(asked), subject);
  }

  quotes(filter: CoverageFilter, page: { limit: number; cursor?: string }): Promise<QuotePage> {
    return this.quoteLists.page(filter, page.limit, page.cursor);
  }

  /** Stories that moved a target against the compared period, strongest first. */
  async contributingStories(
    target: TargetRef,
    filter: CoverageFilter,
    asked: AskedAs,
    most = 10,
  ): Promise<ContributingStory[]> {
    const resolved = resolveFilter({ ...filter, targets: [target] }, asked.now);
    const previous = comparisonRange(resolved);
    const [[after = noMeasure], [before = noMeasure]] = await Promise.all([
      this.measures.of(resolved, { total: true }),
      previous === null ? [] : this.measures.of(resolved, { ...previous, total: true }),
    ]);
    const meanBefore = meanScore(before) ?? 0;
    const change = (meanScore(after) ?? 0) - meanBefore;
    return this.contributing.of(resolved, target, { meanBefore, change, n: after.n, most });
  }

  async extent(): Promise<CoverageExtent> {
    const [{ first, last, articles }, sources] = await Promise.all([this.extents.extent(), this.measures.sources()]);
    const samples = sources.filter(({ sample }) => sample).map(({ id }) => id);
    return {
      first: first?.toISOString() ?? null,
      last: last?.toISOString() ?? null,
      articles,
      sample: samples.length > 0 && (await this.extents.hasArticlesOf(samples)),
    };
  }

  private async names({ language = 'en' }: AskedAs): Promise<TargetNames> {
    const { catalogue } = await this.catalogue.current();
    return targetNames(catalogue, language);
  }
}
