import type { EChartsOption } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { nameColumn } from '../drawing/name-column.js';
import { signOf } from '../drawing/sign.js';
import { FEW } from '../drawing/small-sample.js';
import { tooltipBox, tooltipText } from '../drawing/tooltip.js';
import { chartWords } from '../locale/chart-words.js';
import { formatCompact, formatCount, formatScore } from '../locale/format.js';
import { intervalWhiskers } from './interval-whiskers.js';
import { rankedRows } from './transform.js';
import type { BreakdownInput } from './types.js';

/** Ranked bars from the zero line, with intervals, the previous period as a hollow dot and n at the right. */
export function breakdownOption(input: BreakdownInput, context: ChartContext): EChartsOption {
  const { theme, locale, width } = context;
  const words = chartWords(locale);
  const rows = rankedRows(input);
  const colours = { negative: theme.negative, neutral: theme.neutral, positive: theme.positive };
  const names = nameColumn(
    rows.map((row) => row.name),
    width,
  );
  const tooltip = (index: number) => {
    const row = rows[index];
    if (!row) return '';
    const comma = locale === 'en' ? ', ' : '，';
    const value = words.between(formatScore(row.net.value), formatScore(row.net.low), formatScore(row.net.high));
    const counted = words.counted(formatCount(row.n, locale), input.unit, row.n === 1);
    const before = row.previousNet == null ? [] : [`${words.before} ${formatScore(row.previousNet)}`];
    return tooltipText(row.name, [
      `${value}${comma}${counted}${row.n < FEW ? `${comma}${words.fewMeasured}` : ''}`,
      ...before,
    ]);
  };
  return {
    animation: false,
    grid: { left: names.left, right: 46, top: 6, bottom: 24 },
    xAxis: {
      type: 'value',
      min: -1,
      max: 1,
      interval: width < 420 ? 1 : 0.5,
      axisLabel: { formatter: (value: number) => formatScore(value, 1) },
    },
    yAxis: [
      {
        type: 'category',
        inverse: true,
        data: rows.map((row) => row.name),
        triggerEvent: true,
        axisLabel: { ...names.axisLabel, color: theme.ink },
      },
      {
        type: 'category',
        inverse: true,
        position: 'right',
        data: rows.map((row) => formatCompact(row.n, locale)),
        axisLabel: { color: theme.quiet, interval: 0, fontSize: 11 },
      },
    ],
    tooltip: {
      ...tooltipBox(theme),
      trigger: 'item',
      formatter: (params) => (Array.isArray(params) ? '' : tooltip(params.dataIndex)),
    },
    series: [
      {
        id: 'net',
        type: 'bar',
        data: rows.map((row) => ({
          value: row.net.value ?? 0,
          itemStyle: { color: colours[signOf(row.net.value)], opacity: row.n < FEW ? 0.45 : 0.9 },
        })),
        barWidth: '52%',
        barMinHeight: 2,
        itemStyle: { borderRadius: 2 },
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          label: { show: false },
          lineStyle: { color: theme.zero, type: 'solid', width: 1.25 },
          data: [{ xAxis: 0 }],
        },
      },
      intervalWhiskers(rows, theme),
    ],
  };
}
