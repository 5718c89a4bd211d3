import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { twoLines } from '../drawing/name-column.js';
import { outageHatch } from '../drawing/outage-hatch.js';
import { timeAxis } from '../drawing/time-axis.js';
import { tooltipBox } from '../drawing/tooltip.js';
import { chartWords } from '../locale/chart-words.js';
import { formatScore } from '../locale/format.js';
import { bucketWidth } from '../time/bucket-width.js';
import { wallClock } from '../time/wall-clock.js';
import { hollowPoints, netLineSeries, ribbonSeries } from './line-series.js';
import { momentMarks } from './moment-marks.js';
import { netTooltip } from './tooltip.js';
import { netPlot } from './transform.js';
import type { NetSentimentInput } from './types.js';

const RIBBONS_UP_TO = 3;
const DIRECT_LABELS_UP_TO = 4;
const LABEL_WIDTH = 116;

/** Lines of net sentiment with their intervals, over a strip of n; outages hatched, version breaks and events marked. */
export function netSentimentOption(input: NetSentimentInput, context: ChartContext): EChartsOption {
  const plot = netPlot(input);
  const { theme } = context;
  const words = chartWords(context.locale);
  const single = plot.lines.length === 1;
  const labelled = !single && plot.lines.length <= DIRECT_LABELS_UP_TO && context.width >= 640;
  const legend = !single && !labelled;
  const colourOf = (index: number) => (single ? theme.ink : (theme.series[index % theme.series.length] ?? theme.ink));
  const lines = plot.lines.flatMap((line, index): LineSeriesOption[] => [
    ...(plot.lines.length <= RIBBONS_UP_TO ? ribbonSeries(line, colourOf(index), single ? 0.1 : 0.08) : []),
    {
      ...netLineSeries(line, colourOf(index), single, context),
      // Past the last colour the set begins again, dashed.
      ...(index >= theme.series.length
        ? { lineStyle: { width: 2, color: colourOf(index), type: 'dashed' as const } }
        : {}),
      ...(labelled ? endLabel(line.name, colourOf(index), theme.surface) : {}),
    },
    ...(line.points.length <= 180 ? [hollowPoints(line, context)] : []),
  ]);
  const axis = timeAxis(context, plot.from, plot.to, bucketWidth[input.provenance.bucket]);
  const side = { left: 44, right: labelled ? 128 : 12 };
  return {
    useUTC: true,
    animation: false,
    grid: [
      { ...side, top: legend ? 44 : 14, bottom: 70 },
      { ...side, height: 26, bottom: 26 },
    ],
    legend: legend ? { type: 'scroll', top: 0, left: 0, data: plot.lines.map(({ name }) => name) } : { show: false },
    xAxis: [
      { ...axis, axisLabel: { show: false } },
      { ...axis, gridIndex: 1 },
    ],
    yAxis: [
      {
        type: 'value',
        min: -plot.bound,
        max: plot.bound,
        interval: plot.bound / 2,
        name: plot.bound < 1 ? words.zoomed(String(plot.bound)) : undefined,
        nameLocation: 'end',
        nameGap: 2,
        nameTextStyle: { align: 'left', fontSize: 11, padding: [0, 0, 0, 8] },
        axisLabel: { formatter: (value: number) => formatScore(value, plot.bound < 1 ? 2 : 1) },
      },
      { type: 'value', gridIndex: 1, min: 0, show: false, splitLine: { show: false } },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: theme.zero, type: 'solid' } },
    tooltip: {
      ...tooltipBox(theme),
      trigger: 'axis',
      formatter: (params) => {
        const first = Array.isArray(params) ? params.find((item) => Array.isArray(item.value)) : params;
        const value = first?.value;
        return Array.isArray(value) ? netTooltip(plot, input, Number(value[0]), context) : '';
      },
    },
    dataZoom: [
      {
        type: 'inside',
        xAxisIndex: [0, 1],
        zoomOnMouseWheel: 'ctrl',
        moveOnMouseMove: 'shift',
        moveOnMouseWheel: false,
      },
    ],
    series: [
      outageHatch(input.provenance.gaps, wallClock(input.provenance.tz), plot.to, context),
      momentMarks(input, context),
      ...lines,
      {
        id: 'counts',
        type: 'bar',
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: plot.counts,
        large: plot.counts.length > 2000,
        barMaxWidth: 14,
        barMinWidth: 1,
        itemStyle: { color: theme.neutral, opacity: 0.55, borderRadius: [1, 1, 0, 0] },
        emphasis: { disabled: true },
      },
    ],
  };
}

function endLabel(name: string, color: string, surface: string): LineSeriesOption {
  const text = twoLines(name, LABEL_WIDTH);
  return {
    endLabel: {
      show: true,
      formatter: () => text,
      color,
      width: LABEL_WIDTH,
      overflow: 'truncate',
      fontWeight: 600,
      distance: 8,
      // A line that ends early is crossed by the others: its name stays legible on them.
      textBorderColor: surface,
      textBorderWidth: 3,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}
