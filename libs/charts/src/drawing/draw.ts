import type { EChartsOption } from 'echarts';
import type { ChartTable } from '../table/chart-table.js';
import type { Chart, ChartContext, MarkEvent, Selection } from './chart.js';

/** A chart with its input bound: what a card, a report block or a gallery cell needs, whatever the kind. */
export interface Drawing {
  isEmpty(): boolean;
  height(width: number): number;
  option(context: ChartContext): EChartsOption;
  table(context: ChartContext): ChartTable;
  describe(context: ChartContext): string;
  select(event: MarkEvent, context: ChartContext): Selection | null;
  selectTime(wallClockTime: number, context: ChartContext): Selection | null;
}

/** @example draw(netSentimentSeries, { series, provenance }).option(context) */
export function draw<Input>(chart: Chart<Input>, input: Input): Drawing {
  return {
    isEmpty: () => chart.isEmpty(input),
    height: (width) => chart.height(input, width),
    option: (context) => chart.option(input, context),
    table: (context) => chart.table(input, context),
    describe: (context) => chart.describe(input, context),
    select: (event, context) => chart.select?.(input, event, context) ?? null,
    selectTime: (at, context) => chart.selectTime?.(input, at, context) ?? null,
  };
}
