import { Injectable } from '@nestjs/common';
import { darkTokens, lightTokens, toCsv } from '@timbre/charts';
import { type ChartFormat, type ChartQuery, coverageFilter, type ReportChart } from '@timbre/contracts';
import { renderChartPng, renderChartSvg } from '@timbre/platform';
import { ChartDrawing } from '../reports/compose/chart-drawing.service.js';
import { ChartEmptyError } from '../reporting-errors.js';

/** Any chart of a view as a file, drawn on the server by the functions that draw it in the browser. */
@Injectable()
export class ChartFiles {
  constructor(private readonly drawings: ChartDrawing) {}

  /** @throws ChartEmptyError where there is nothing to draw: a blank picture would look like an answer. */
  async make(chart: ReportChart, format: ChartFormat, query: ChartQuery, now: Date): Promise<Buffer> {
    const { locale, theme, width, scale } = query;
    const filter = coverageFilter.parse(query);
    const { drawing } = await this.drawings.of(chart, filter, { now, language: locale === 'en' ? 'en' : 'zh' });
    if (drawing.isEmpty()) throw new ChartEmptyError();
    const context = { theme: theme === 'dark' ? darkTokens : lightTokens, locale, tz: filter.tz, width };
    if (format === 'csv') return Buffer.from(toCsv(drawing.table(context)));
    const option = { ...drawing.option(context), backgroundColor: context.theme.surface };
    const picture = { width, height: query.height ?? drawing.height(width), theme };
    return format === 'svg'
      ? Buffer.from(await renderChartSvg(option, picture))
      : renderChartPng(option, picture, scale);
  }
}
