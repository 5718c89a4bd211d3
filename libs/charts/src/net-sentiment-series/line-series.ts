import type { LineSeriesOption } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { signOf } from '../drawing/sign.js';
import { FEW } from '../drawing/small-sample.js';
import type { NetLine, NetPoint } from './types.js';

const SHOW_POINTS_UP_TO = 180;

function isPoint(value: unknown): value is NetPoint {
  return Array.isArray(value) && value.length >= 6;
}
const countAt = (value: unknown) => (isPoint(value) ? value[4] : 0);
const netAt = (value: unknown) => (isPoint(value) ? value[1] : null);

/** Ribbon of one line: an invisible base at the lower bound and a band of the interval's width on it. */
export function ribbonSeries(line: NetLine, colour: string, opacity: number): LineSeriesOption[] {
  const shared = {
    type: 'line' as const,
    stack: `ribbon:${line.id}`,
    stackStrategy: 'all' as const,
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    z: 2,
    emphasis: { disabled: true },
    tooltip: { show: false },
  };
  return [
    { ...shared, id: `low:${line.id}`, data: line.points.map(([x, , low]) => [x, low]) },
    {
      ...shared,
      id: `band:${line.id}`,
      areaStyle: { color: colour, opacity },
      data: line.points.map(([x, , low, high]) => [x, low === null || high === null ? null : high - low]),
    },
  ];
}

/** One line; a single line is drawn in ink and its points take the colour of their sign. */
export function netLineSeries(line: NetLine, colour: string, single: boolean, context: ChartContext): LineSeriesOption {
  const { theme } = context;
  const signColour = { negative: theme.negative, neutral: theme.neutral, positive: theme.positive };
  return {
    id: `net:${line.id}`,
    name: line.name,
    type: 'line',
    z: 4,
    color: colour,
    data: line.points,
    encode: { x: 0, y: 1 },
    symbol: 'circle',
    showSymbol: line.points.length <= SHOW_POINTS_UP_TO,
    symbolSize: (value: unknown) =>
      Math.min(10, Math.max(line.points.length <= 90 ? 6.5 : 5, Math.sqrt(countAt(value)) * 1.7)),
    lineStyle: { width: single ? 1.75 : 2, color: colour },
    itemStyle: {
      color: single ? (item) => signColour[signOf(netAt(item.value))] : colour,
      borderColor: theme.surface,
      borderWidth: 1,
      opacity: 1,
    },
    emphasis: { focus: single ? 'none' : 'series' },
    connectNulls: false,
  };
}

/** Where fewer than `FEW` were counted the point is hollow: a dot of the surface's colour inside it. */
export function hollowPoints(line: NetLine, context: ChartContext): LineSeriesOption {
  return {
    id: `few:${line.id}`,
    type: 'line',
    z: 5,
    silent: true,
    symbol: 'circle',
    symbolSize: line.points.length <= 90 ? 3.5 : 2.5,
    lineStyle: { opacity: 0 },
    itemStyle: { color: context.theme.surface },
    emphasis: { disabled: true },
    tooltip: { show: false },
    data: line.points.filter((point) => point[1] !== null && point[4] < FEW).map(([x, net]) => [x, net]),
  };
}
