import type { EChartsOption } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { outageHatch } from '../drawing/outage-hatch.js';
import { signMark } from '../drawing/sign.js';
import { timeAxis } from '../drawing/time-axis.js';
import { tooltipBox, tooltipText } from '../drawing/tooltip.js';
import { bucketLabel } from '../locale/bucket-label.js';
import { chartWords } from '../locale/chart-words.js';
import { formatCompact, formatCount } from '../locale/format.js';
import { bucketWidth } from '../time/bucket-width.js';
import { wallClock } from '../time/wall-clock.js';
import { stackOrder, volumeBars } from './transform.js';
import type { VolumeInput } from './types.js';

/** Bars of n per bucket, stacked by label. */
export function volumeOption(input: VolumeInput, context: ChartContext): EChartsOption {
  const { theme, locale } = context;
  const words = chartWords(locale);
  const bars = volumeBars(input);
  const clock = wallClock(input.provenance.tz);
  const end = clock(input.provenance.to);
  const { bucket, unit } = input.provenance;
  const colours = { negative: theme.negative, neutral: theme.neutral, positive: theme.positive };
  const tooltip = (index: number, at: number) =>
    tooltipText(bucketLabel(at, bucket, locale, 'UTC'), [
      words.counted(formatCount(input.series.n[index] ?? 0, locale), unit, input.series.n[index] === 1),
      stackOrder
        .map((label) => `${words.label[label]} ${formatCount(bars[label][index]?.[1] ?? 0, locale)}`)
        .join(locale === 'en' ? ', ' : '，'),
    ]);
  return {
    useUTC: true,
    animation: false,
    grid: { left: 44, right: 12, top: 34, bottom: 26 },
    legend: {
      top: 0,
      left: 0,
      selectedMode: false,
      icon: 'rect',
      data: stackOrder.map((label) => `${signMark[label]} ${words.label[label]}`),
    },
    xAxis: timeAxis(context, clock(input.provenance.from), end, bucketWidth[bucket]),
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      axisLabel: { formatter: (value: number) => formatCompact(value, locale) },
    },
    tooltip: {
      ...tooltipBox(theme),
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: theme.line, opacity: 0.5 } },
      formatter: (params) => {
        const value = (Array.isArray(params) ? params.find((item) => Array.isArray(item.value)) : params)?.value;
        return Array.isArray(value) ? tooltip(Number(value[2]), Number(value[0])) : '';
      },
    },
    series: [
      outageHatch(input.provenance.gaps, clock, end, context),
      ...stackOrder.map((label) => ({
        id: `volume:${label}`,
        name: `${signMark[label]} ${words.label[label]}`,
        type: 'bar' as const,
        stack: 'volume',
        data: bars[label],
        encode: { x: 0, y: 1 },
        large: bars[label].length > 2000,
        barMaxWidth: 22,
        barMinWidth: 1,
        barCategoryGap: '25%',
        itemStyle: {
          color: colours[label],
          borderColor: theme.surface,
          borderWidth: bars[label].length > 90 ? 0 : 0.5,
        },
        emphasis: { focus: 'series' as const },
      })),
    ],
  };
}
