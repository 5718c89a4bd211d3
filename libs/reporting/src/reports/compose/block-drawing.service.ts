import { Injectable } from '@nestjs/common';
import { formatCount } from '@timbre/charts';
import { ALL_COVERAGE, type CoverageFilter, type ReportBlock } from '@timbre/contracts';
import { comparisonRange, CoverageQueries } from '@timbre/coverage';
import { renderChartSvg } from '@timbre/platform';
import type { DrawnPart } from '../drawn/drawn-report.js';
import { filterSearch } from '../narrative/figure-links.js';
import { narrative, type NarrativeInput } from '../narrative/narrative.js';
import { ReportLinks } from '../schedules/report-links.service.js';
import { breakdownTable } from './breakdown-table.js';
import { ChartDrawing } from './chart-drawing.service.js';
import { type ComposeContext, filterOf } from './compose-context.js';
import { forecastItems, quoteItems } from './statement-items.js';
import { methodFacts } from './method-facts.js';
import { StoryItems } from './story-items.service.js';
import { tilesOf } from './tiles-of.js';

type BlockOf<Kind extends ReportBlock['kind']> = Extract<ReportBlock, { kind: Kind }>;

/** Draws one block: asks its questions and lays the answers out. */
@Injectable()
export class BlockDrawing {
  constructor(
    private readonly queries: CoverageQueries,
    private readonly charts: ChartDrawing,
    private readonly stories: StoryItems,
    private readonly links: ReportLinks,
  ) {}

  async part(block: ReportBlock, context: ComposeContext): Promise<DrawnPart> {
    const filter = filterOf(context, block.filter);
    const { asked, words } = context;
    switch (block.kind) {
      case 'text':
        return { kind: 'markdown', markdown: block.markdown };
      case 'narrative':
        return this.narrative(filter, context);
      case 'tiles': {
        const totals = await this.queries.totals(filter, asked);
        return { kind: 'tiles', tiles: totals.flatMap((one) => tilesOf(one, totals.length > 1, context)) };
      }
      case 'chart':
        return this.chart(block, filter, context);
      case 'table': {
        const { rows, provenance } = await this.queries.breakdown(filter, block.by, asked);
        if (rows.length === 0) return { kind: 'nothing', reason: words.nothing };
        const n = rows.reduce((sum, row) => sum + row.n, 0);
        return {
          kind: 'table',
          table: breakdownTable(rows.slice(0, block.most), block.by, words, context.document.locale),
          foot: this.foot(n, provenance.sources, context),
        };
      }
      case 'stories':
        return this.items(await this.stories.of(filter, block.most, context), context);
      case 'quotes': {
        const { items } = await this.queries.quotes(filter, { limit: block.most });
        return this.items(await this.stories.withUrls(quoteItems(items, context), context), context);
      }
      case 'forecasts': {
        const { rows } = await this.queries.forecasts(filter, asked);
        return this.items(
          await this.stories.withUrls(forecastItems(rows.slice(0, block.most), context), context),
          context,
        );
      }
      case 'method':
        return methodFacts((await this.queries.series(filter, asked)).provenance, context);
    }
  }

  private async narrative(filter: CoverageFilter, { asked, document }: ComposeContext): Promise<DrawnPart> {
    const targets = filter.targets.length === 0 ? [ALL_COVERAGE] : filter.targets;
    const parts = await Promise.all(
      targets.map(async (target) => {
        const own = { ...filter, targets: [target] };
        const about = { unit: filter.unit, locale: document.locale, address: this.addresses(own) };
        const [[totals], stories, outlets] = await Promise.all([
          this.queries.totals(own, asked),
          this.queries.contributingStories(target, own, asked),
          this.queries.breakdown(own, 'source', asked),
        ]);
        if (totals === undefined) return [];
        return narrative({ ...about, totals, stories, outlets: outlets.rows });
      }),
    );
    const between = { text: document.locale === 'en' ? ' ' : '', href: null };
    return {
      kind: 'sentences',
      sentences: parts.map((sentences) => sentences.flatMap((one, index) => (index === 0 ? one : [between, ...one]))),
    };
  }

  /** Where the articles behind a figure of this filter can be read. */
  private addresses(filter: CoverageFilter): NarrativeInput['address'] {
    const { from = '', to = '', tz, compare } = filter;
    const before = comparisonRange({ from: new Date(from), to: new Date(to), tz, compare });
    const previous = { from: before?.from.toISOString(), to: before?.to.toISOString() };
    return ({ period, source, article }) => {
      if (article !== undefined) return this.links.absolute(`/articles/${encodeURIComponent(article)}`);
      const range = period === 'current' ? { from, to } : previous;
      const search = filterSearch({ ...filter, ...range, ...(source !== undefined && { sources: [source] }) });
      return this.links.absolute(`/articles?${search}`);
    };
  }

  private async chart(block: BlockOf<'chart'>, filter: CoverageFilter, context: ComposeContext): Promise<DrawnPart> {
    const { drawing, n, provenance } = await this.charts.of(block.chart, filter, context.asked);
    if (drawing.isEmpty()) return { kind: 'nothing', reason: context.words.nothing };
    const { width } = context.chart;
    const height = drawing.height(width);
    return {
      kind: 'figure',
      svg: await renderChartSvg(drawing.option(context.chart), { width, height, theme: 'light' }),
      width,
      height,
      describe: drawing.describe(context.chart),
      foot: this.foot(n ?? 0, provenance.sources, context),
      table: drawing.table(context.chart),
    };
  }

  private items(items: Extract<DrawnPart, { kind: 'items' }>['items'], { words }: ComposeContext): DrawnPart {
    return items.length === 0 ? { kind: 'nothing', reason: words.nothing } : { kind: 'items', items, foot: '' };
  }

  private foot(n: number, sources: number, { words, document }: ComposeContext): string {
    return words.foot(formatCount(n, document.locale), formatCount(sources, document.locale));
  }
}
