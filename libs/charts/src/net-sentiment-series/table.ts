import type { ChartContext } from '../drawing/chart.js';
import { chartWords } from '../locale/chart-words.js';
import type { ChartTable } from '../table/chart-table.js';
import type { NetSentimentInput } from './types.js';

/** Long form: one row per target and bucket, so that it pivots. */
export function netSentimentTable(input: NetSentimentInput, context: ChartContext): ChartTable {
  const words = chartWords(context.locale);
  return {
    columns: [
      { key: 'name', title: words.name, numeric: false },
      { key: 'date', title: words.date, numeric: false },
      { key: 'net', title: words.netSentiment, numeric: true },
      { key: 'low', title: words.low, numeric: true },
      { key: 'high', title: words.high, numeric: true },
      { key: 'n', title: words.count(input.provenance.unit), numeric: true },
    ],
    rows: input.series.flatMap((series) =>
      series.t.map((start, index) => [
        series.name,
        start,
        series.net[index] ?? null,
        series.low[index] ?? null,
        series.high[index] ?? null,
        series.n[index] ?? 0,
      ]),
    ),
  };
}
