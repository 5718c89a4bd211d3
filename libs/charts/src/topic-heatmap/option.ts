import type { EChartsOption } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { divergingScale } from '../drawing/diverging-scale.js';
import { signMark, signOf } from '../drawing/sign.js';
import { tooltipBox, tooltipText } from '../drawing/tooltip.js';
import { bucketLabel } from '../locale/bucket-label.js';
import { chartWords } from '../locale/chart-words.js';
import { formatCount, formatScore } from '../locale/format.js';
import { columnLabels } from './column-labels.js';
import { outageHatchColumns } from './outage-hatch.js';
import { signTicks } from './sign-ticks.js';
import { heatCells } from './transform.js';
import type { HeatmapInput } from './types.js';

export const ROW_HEIGHT = 28;
export const HEAD_HEIGHT = 36;
/** Pixels that a cell needs to carry its sign as a character. */
const SIGN_ROOM = 16;

/** Topics × time on the matrix coordinate system: colour and sign are the net sentiment, small samples are faded. */
export function heatmapOption(input: HeatmapInput, context: ChartContext): EChartsOption {
  const { theme, locale, width } = context;
  const { t, rows } = input.heatmap;
  const { bucket, tz, unit } = input.provenance;
  const words = chartWords(locale);
  const nameWidth = Math.min(190, Math.max(92, width * 0.24));
  const cellWidth = (width - nameWidth) / Math.max(1, t.length);
  const labels = columnLabels(t, bucket, Math.floor((width - nameWidth) / 52), locale, tz);
  const cells = heatCells(input);
  const bare = { borderWidth: 0, color: 'transparent' };
  return {
    animation: false,
    tooltip: {
      ...tooltipBox(theme),
      trigger: 'item',
      formatter: (params) => {
        const value = Array.isArray(params) ? undefined : params.value;
        if (!Array.isArray(value)) return '';
        const [x, y, net, n] = value.map(Number);
        const name = rows[y ?? 0]?.name ?? '';
        const date = bucketLabel(t[x ?? 0] ?? 0, bucket, locale, tz);
        const counted = words.counted(formatCount(n ?? 0, locale), unit, n === 1);
        const few = (n ?? 0) < 5 ? `${locale === 'en' ? ', ' : '，'}${words.fewMeasured}` : '';
        return tooltipText(name, [date, `${formatScore(net ?? null)}${locale === 'en' ? ', ' : '，'}${counted}${few}`]);
      },
    },
    matrix: {
      left: 0,
      right: 0,
      top: 0,
      bottom: 0,
      backgroundStyle: { borderWidth: 0 },
      x: {
        levelSize: HEAD_HEIGHT,
        data: t.map((start) => ({ value: start })),
        label: {
          color: theme.quiet,
          fontSize: 11,
          overflow: 'none',
          formatter: (params) => labels[params.coord[0] ?? 0] ?? '',
        },
        itemStyle: bare,
        dividerLineStyle: { width: 0 },
      },
      y: {
        levelSize: nameWidth,
        data: rows.map((row) => ({ value: row.target })),
        label: {
          color: theme.ink,
          fontSize: 12,
          align: 'left',
          position: 'insideLeft',
          distance: 0,
          width: nameWidth - 10,
          overflow: 'truncate',
          formatter: (params) => rows[params.coord[1] ?? 0]?.name ?? '',
        },
        itemStyle: bare,
        dividerLineStyle: { width: 0 },
      },
      body: { itemStyle: { borderWidth: 0, color: 'transparent' } },
      corner: { itemStyle: bare },
    },
    series: [
      outageHatchColumns(input, context),
      ...(cellWidth < SIGN_ROOM ? [signTicks(cells, context)] : []),
      {
        id: 'cells',
        type: 'heatmap',
        coordinateSystem: 'matrix',
        data: cells.map((cell) => ({
          value: cell.value,
          itemStyle: {
            opacity: cell.few ? 0.5 : 1,
            borderColor: theme.surface,
            borderWidth: cellWidth > 8 ? 1.5 : 0.5,
            borderRadius: 2,
          },
        })),
        label: {
          show: cellWidth >= SIGN_ROOM,
          color: theme.ink,
          fontSize: 11,
          formatter: (params) => {
            const net = Array.isArray(params.value) ? Number(params.value[2]) : 0;
            return cellWidth >= 40 ? formatScore(net, 1) : signMark[signOf(net)].replace('\u25CB', '');
          },
        },
        emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 1.5 } },
      },
    ],
    visualMap: { ...divergingScale(theme, 2), seriesId: 'cells' },
  };
}
