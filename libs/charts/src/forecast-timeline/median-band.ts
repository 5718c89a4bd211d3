import type { LineSeriesOption } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { chartWords } from '../locale/chart-words.js';
import { decimalYear } from './decimal-year.js';
import type { ForecastInput } from './types.js';

/** Median of the predicted date and its band; a bound that is open reaches the top of the axis. */
export function medianBand(input: ForecastInput, yearTo: number, context: ChartContext): LineSeriesOption[] {
  const { theme } = context;
  if (input.index === null) return [];
  const words = chartWords(context.locale);
  const { t, median, low, high } = input.index;
  const at = t.map((day) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`));
  const year = (day: string | null | undefined) => (day == null ? null : Math.min(yearTo, decimalYear(day)));
  const lower = low.map((day, index) => (median[index] === null ? null : year(day)));
  const upper = high.map((day, index) => (lower[index] == null ? null : (year(day) ?? yearTo)));
  const band = {
    type: 'line' as const,
    stack: 'band',
    stackStrategy: 'all' as const,
    symbol: 'none',
    silent: true,
    step: 'end' as const,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
    z: 2,
  };
  return [
    { ...band, id: 'band-low', data: at.map((x, index) => [x, lower[index] ?? null]) },
    {
      ...band,
      id: 'band',
      areaStyle: { color: theme.ink, opacity: 0.08 },
      data: at.map((x, index) => {
        const from = lower[index];
        const to = upper[index];
        return [x, from == null || to == null ? null : Math.max(0, to - from)];
      }),
    },
    {
      id: 'median',
      name: words.median,
      type: 'line',
      step: 'end',
      z: 6,
      silent: true,
      symbol: 'none',
      lineStyle: { color: theme.ink, width: 2.25 },
      data: at.map((x, index) => [x, year(median[index])]),
      endLabel: {
        // On a narrow screen there is no room beside the plot.
        show: context.width >= 480,
        formatter: words.median,
        color: theme.ink,
        fontWeight: 600,
        distance: 6,
        textBorderColor: theme.surface,
        textBorderWidth: 3,
      },
    },
  ];
}
