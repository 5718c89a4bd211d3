import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { outageHatch } from '../drawing/outage-hatch.js';
import { timeAxis } from '../drawing/time-axis.js';
import { largestTriangle } from '../sampling/largest-triangle.js';
import { wallClock } from '../time/wall-clock.js';
import { formatMeasure } from './measure-format.js';
import { measureEnds } from './measure-ends.js';
import type { AlertMomentInput } from './types.js';
import { alertMomentWords } from './words.js';

const mostPoints = 700;

/** A rule's values with its threshold; the alert is a shaded stretch under a flag, blind times are hatched. */
export function alertMomentOption(input: AlertMomentInput, context: ChartContext): EChartsOption {
  const { theme, locale, tz } = context;
  const clock = wallClock(tz);
  const words = alertMomentWords[locale];
  const times = input.t.map(clock);
  const [first = 0, last = first + 1] = [times[0], times.at(-1)];
  const points = (column: readonly (number | null)[]): [number, number | null][] =>
    largestTriangle(times, column, mostPoints).map((index) => [times[index] ?? 0, column[index] ?? null]);
  const begin = clock(input.from);
  const end = Math.max(begin, input.to === null ? last : Math.min(last, clock(input.to)));
  const format = (value: number): string => formatMeasure(input.series, value, locale);
  const line = (id: string, column: readonly (number | null)[]): LineSeriesOption[] => {
    const level = column.findLast((value) => value !== null) ?? null;
    if (level === null) return [];
    return [
      {
        id,
        type: 'line',
        data: points(column),
        symbol: 'none',
        silent: true,
        lineStyle: { color: theme.negative, width: 1.5, type: 'dashed' },
        endLabel: {
          show: true,
          formatter: `${words.threshold}\n${format(level)}`,
          color: theme.negativeText,
          align: 'left',
          distance: 6,
        },
      },
    ];
  };
  // The flag stands left of a late alert: right of it are the names of the lines.
  const late = begin - first > 0.7 * (last - first);
  const atBegin = input.t.findLastIndex((moment) => Date.parse(moment) <= Date.parse(input.from));
  return {
    useUTC: true,
    animation: false,
    title: {
      text: input.title,
      left: 8,
      top: 6,
      textStyle: { fontSize: 14, fontWeight: 600, color: theme.ink, width: context.width - 16, overflow: 'truncate' },
    },
    grid: { left: 56, right: 84, top: 64, bottom: 30 },
    xAxis: timeAxis(context, first, Math.max(last, first + 1)),
    // Room above the line for its label and below the values.
    yAxis: {
      type: 'value',
      scale: true,
      boundaryGap: ['6%', '10%'],
      ...measureEnds(input),
      axisLabel: { formatter: format },
    },
    series: [
      outageHatch(heldStretches(input), clock, last, context),
      ...line('low', input.low),
      ...line('high', input.high),
      {
        id: 'value',
        type: 'line',
        data: points(input.value),
        symbol: 'none',
        silent: true,
        lineStyle: { color: theme.ink, width: 2 },
        markArea: {
          silent: true,
          itemStyle: { color: theme.negative, opacity: 0.14 },
          data: [[{ xAxis: begin }, { xAxis: Math.max(end, begin + (last - first) / 200) }]],
        },
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          label: {
            color: theme.negativeText,
            fontSize: 12,
            fontWeight: 600,
            position: 'end',
            rotate: 0,
            align: late ? 'right' : 'left',
          },
          lineStyle: { color: theme.negative, width: 1.5, type: 'solid' },
          data: [{ xAxis: begin, label: { formatter: `▲ ${words.alert}` } }],
        },
        markPoint: {
          silent: true,
          symbol: 'circle',
          symbolSize: 9,
          animation: false,
          label: { show: false },
          itemStyle: { color: theme.negative, borderColor: theme.surface, borderWidth: 1.5 },
          data: [input.value[atBegin]].flatMap((value) =>
            value == null ? [] : [{ name: words.alert, coord: [begin, value] }],
          ),
        },
      },
    ],
  };
}

/** Runs of held moments, as the gaps that they came from look on other charts. */
function heldStretches({ t, held }: AlertMomentInput) {
  const runs: { from: string; to: string; sourceId: null; sourceName: null; cause: string }[] = [];
  for (const [index, moment] of t.entries()) {
    if (held[index] !== true) continue;
    const run = runs.at(-1);
    const to = t[index + 1] ?? moment;
    if (run !== undefined && run.to === moment) run.to = to;
    else runs.push({ from: moment, to, sourceId: null, sourceName: null, cause: '' });
  }
  return runs;
}
