import { Injectable } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import {
  ALL_COVERAGE,
  type ArticleSummary,
  type CoverageFilter,
  type Evidence,
  type ForecastRow,
  type QuoteRow,
  type SentimentLabel,
} from '@timbre/contracts';
import type { SourceFacts } from '@timbre/collection';
import { scoreScale } from '../../rollups/contribution.js';
import { searchQuery } from '../../search/search-query.js';
import type { ArticleListQuestion } from '../articles/article-list-sql.js';
import { ArticleListRepository } from '../articles/article-list.repository.js';
import { labelOfSign, presentArticle, strongestEvidence } from '../articles/present-article.js';
import type { AskedAs } from '../coverage-queries.service.js';
import { Measures } from '../measures/measures.service.js';
import { inArticle } from '../statements/in-article.js';
import { targetNames } from '../targets/target-names.js';
import { oneAhead } from './one-ahead.js';
import { CoverageStreamRepository, type StreamQuestion } from './coverage-stream.repository.js';

/** One article × one target, as an export shows it. */
export interface MentionRow {
  articleId: string;
  published: string;
  title: string;
  url: string | null;
  sourceName: string;
  lang: string;
  target: string;
  targetName: string;
  score: number;
  label: SentimentLabel;
  confidence: number;
  lead: boolean;
  aspects: string[];
  evidence: string | null;
}

export type StreamedKind = 'articles' | 'mentions' | 'quotes' | 'forecasts';
type Searched = CoverageFilter & { q?: string };

/** Beyond this, evidence is not cut out. */
const longestBeginning = 200_000;

/**
 * Everything that a filter matches, newest first, in batches and bounded memory. Ranges that the filter leaves open stay
 * open.
 */
@Injectable()
export class CoverageStreams {
  constructor(
    private readonly repository: CoverageStreamRepository,
    private readonly texts: ArticleListRepository,
    private readonly measures: Measures,
    private readonly catalogue: CatalogueService,
  ) {}

  /** @throws InvalidInputError for a search that cannot be read. */
  count(kind: StreamedKind, filter: Searched): Promise<number> {
    switch (kind) {
      case 'articles':
        return this.repository.countArticles(articleQuestion(filter));
      case 'mentions':
        return this.repository.countMentions(dated(filter));
      case 'quotes':
        return this.repository.countQuotes(dated(filter));
      case 'forecasts':
        return this.repository.countForecasts(dated(filter));
    }
  }

  async *articles(filter: Searched): AsyncGenerator<ArticleSummary[]> {
    const sources = await this.sources();
    const withTexts = oneAhead(this.repository.articles(articleQuestion(filter)), async (rows) => ({
      rows,
      texts: await this.beginnings(rows.map((row) => [row.id, row.evidence?.evidence])),
    }));
    for await (const { rows, texts } of withTexts) {
      yield rows.map((row) => presentArticle(row, sources, texts.get(row.id)));
    }
  }

  async *mentions(
    filter: CoverageFilter,
    { language = 'en' }: Pick<AskedAs, 'language'>,
  ): AsyncGenerator<MentionRow[]> {
    const [sources, { catalogue }] = await Promise.all([this.sources(), this.catalogue.current()]);
    const names = targetNames(catalogue, language);
    const withTexts = oneAhead(this.repository.mentions(dated(filter)), async (rows) => ({
      rows,
      texts: await this.beginnings(rows.map((row) => [row.articleId, row.evidence?.evidence])),
    }));
    for await (const { rows, texts } of withTexts) {
      yield rows.map((row) => {
        const strongest = strongestEvidence(row.evidence?.evidence);
        const text = texts.get(row.articleId);
        const sentence = strongest && text ? text.slice(strongest.from, strongest.to).trim().slice(0, 600) : '';
        return {
          articleId: row.articleId,
          published: row.published.toISOString(),
          title: row.title,
          url: row.url,
          sourceName: sources.get(row.sourceId)?.name ?? row.sourceId,
          lang: row.lang,
          target: row.target,
          targetName: names.nameOf(row.target),
          score: row.score / scoreScale,
          label: labelOfSign(row.label),
          confidence: row.confidence,
          lead: row.lead,
          aspects: row.aspects,
          evidence: sentence === '' ? null : sentence.toWellFormed(),
        };
      });
    }
  }

  async *quotes(filter: CoverageFilter): AsyncGenerator<QuoteRow[]> {
    const sources = await this.sources();
    for await (const rows of this.repository.quotes(dated(filter)))
      yield rows.map((row) => ({ ...row.body, ...inArticle(row, sources) }));
  }

  async *forecasts(filter: CoverageFilter): AsyncGenerator<ForecastRow[]> {
    const sources = await this.sources();
    for await (const rows of this.repository.forecasts(dated(filter)))
      yield rows.map((row) => ({ ...row.body, ...inArticle(row, sources) }));
  }

  private async sources(): Promise<ReadonlyMap<string, SourceFacts>> {
    return new Map((await this.measures.sources()).map((source) => [source.id, source]));
  }

  /** Beginnings of texts, each as long as the strongest evidence in it asks for. */
  private async beginnings(rows: [string, readonly Evidence[] | undefined][]): Promise<Map<string, string>> {
    const ends = new Map<string, number>();
    for (const [id, evidence] of rows) {
      const end = strongestEvidence(evidence)?.to;
      if (end !== undefined && end < longestBeginning) ends.set(id, Math.max(end, ends.get(id) ?? 0));
    }
    return ends.size === 0 ? new Map() : this.texts.textsUpTo(ends);
  }
}

function dated(filter: CoverageFilter): StreamQuestion {
  return {
    ...filter,
    from: filter.from === undefined ? undefined : new Date(filter.from),
    to: filter.to === undefined ? undefined : new Date(filter.to),
  };
}

function articleQuestion(filter: Searched): Omit<ArticleListQuestion, 'limit'> {
  return {
    ...dated(filter),
    search: filter.q === undefined ? null : searchQuery(filter.q),
    mainTarget: filter.targets[0] ?? ALL_COVERAGE,
  };
}
