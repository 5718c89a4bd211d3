import type { EChartsOption } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { timeAxis } from '../drawing/time-axis.js';
import { tooltipBox } from '../drawing/tooltip.js';
import { chartWords } from '../locale/chart-words.js';
import { claimBars } from './claim-bars.js';
import { decimalYear } from './decimal-year.js';
import { medianBand } from './median-band.js';
import { revisionArrows } from './revision-arrows.js';
import { forecastTooltip } from './tooltip.js';
import { forecastPlot } from './transform.js';
import type { ForecastInput } from './types.js';

/** "When, according to whom?": what was predicted (up) by when it was said (across). */
export function forecastOption(input: ForecastInput, context: ChartContext): EChartsOption {
  const { theme, width } = context;
  const words = chartWords(context.locale);
  const plot = forecastPlot(input);
  const day = (at: number) => decimalYear(new Date(at).toISOString());
  return {
    useUTC: true,
    animation: false,
    grid: { left: 52, right: width < 480 ? 12 : 64, top: 34, bottom: 46 },
    title: {
      text: plot.beyond > 0 ? `↑ ${words.outOfView(String(plot.beyond))}` : '',
      right: 12,
      top: 4,
      textStyle: { fontSize: 11, fontWeight: 'normal', color: theme.quiet },
    },
    xAxis: {
      ...timeAxis(context, plot.saidFrom, plot.saidTo),
      name: words.saidAxis,
      nameLocation: 'middle',
      nameGap: 28,
    },
    yAxis: {
      type: 'value',
      min: plot.yearFrom,
      max: plot.yearTo,
      name: words.predictedAxis,
      nameTextStyle: { align: 'left', padding: [0, 0, 0, -40] },
      minInterval: 1,
      interval: plot.yearStep,
      axisLabel: { formatter: (value: number) => (Number.isInteger(value) ? String(value) : '') },
    },
    tooltip: {
      ...tooltipBox(theme),
      trigger: 'item',
      formatter: (params) => {
        const value = Array.isArray(params) ? undefined : params.value;
        const row = Array.isArray(value) ? input.rows[Number(value[3])] : undefined;
        return row ? forecastTooltip(row, context) : '';
      },
    },
    dataZoom: [{ type: 'inside', xAxisIndex: 0, zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false }],
    series: [
      {
        id: 'now',
        type: 'line',
        silent: true,
        symbol: 'none',
        z: 3,
        lineStyle: { color: theme.zero, width: 1.25, type: 'dashed' },
        data: [
          [plot.saidFrom, day(plot.saidFrom)],
          [plot.saidTo, day(plot.saidTo)],
        ],
        endLabel: { show: width >= 480, formatter: words.now, color: theme.quiet, distance: 6 },
      },
      ...medianBand(input, plot.yearTo, context),
      claimBars(plot, input, theme, width),
      revisionArrows(plot, theme),
    ],
  };
}
