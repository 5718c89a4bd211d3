import type { SentimentLabel, TargetRef } from '@timbre/contracts';
import type { EChartsOption } from 'echarts';
import type { ChartLocale } from '../locale/format.js';
import type { ChartTable } from '../table/chart-table.js';
import type { ThemeTokens } from '../theme/tokens.js';

/** What a drawing depends on besides its data. No DOM: the server passes the same. */
export interface ChartContext {
  theme: ThemeTokens;
  locale: ChartLocale;
  tz: string;
  /** Width of the drawing in CSS pixels. */
  width: number;
}

/** The coverage behind a mark; following it opens the articles. */
export interface Selection {
  target?: TargetRef;
  /** Instants, `[from, to)`. */
  from?: string;
  to?: string;
  label?: SentimentLabel;
  source?: string;
  language?: string;
  article?: string;
  speaker?: string;
}

/** The part of an ECharts mouse event that our charts read. */
export interface MarkEvent {
  seriesId?: string;
  dataIndex: number;
  value?: unknown;
}

/** A kind of chart: pure functions of its input. What is not here: requests, DOM, the chart's life. */
export interface Chart<Input> {
  isEmpty(input: Input): boolean;
  /** Wanted height in CSS pixels. */
  height(input: Input, width: number): number;
  option(input: Input, context: ChartContext): EChartsOption;
  table(input: Input, context: ChartContext): ChartTable;
  /** Two or three sentences for those who do not see the drawing. */
  describe(input: Input, context: ChartContext): string;
  /** Coverage behind a mark, where there is some. */
  select?(input: Input, event: MarkEvent, context: ChartContext): Selection | null;
  /** Coverage behind a position on the time axis (wall clock, ms), where the chart has one. */
  selectTime?(input: Input, wallClockTime: number, context: ChartContext): Selection | null;
}
