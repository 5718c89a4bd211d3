import type { CustomSeriesOption, CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { CollectionGap } from '@timbre/contracts';
import { chartWords } from '../locale/chart-words.js';
import type { ChartContext } from './chart.js';
import { escapeHtml } from './escape-html.js';

const SPACING = 7;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** 45° strokes that fill a box, cut at its edges. */
export function hatchLines(box: Box): { x1: number; y1: number; x2: number; y2: number }[] {
  const lines = [];
  for (let offset = SPACING; offset < box.width + box.height; offset += SPACING) {
    const down = Math.min(offset, box.height);
    const across = Math.min(offset, box.width);
    lines.push({
      x1: box.x + offset - down,
      y1: box.y + down,
      x2: box.x + across,
      y2: box.y + offset - across,
    });
  }
  return lines;
}

/** Stretches where collection failed: a hatch, so that broken never looks like quiet. */
export function outageHatch(
  gaps: readonly CollectionGap[],
  clock: (instant: string) => number,
  end: number,
  context: ChartContext,
): CustomSeriesOption {
  const { theme } = context;
  const words = chartWords(context.locale);
  const data = gaps.map((gap) => ({
    value: [clock(gap.from), gap.to === null ? end : clock(gap.to)],
    name: `${gap.sourceName === null ? '' : `${gap.sourceName}: `}${gap.cause}`,
  }));
  return {
    id: 'outages',
    type: 'custom',
    silent: false,
    z: 1,
    clip: true,
    encode: { x: [0, 1] },
    data,
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const name = Array.isArray(params) ? '' : params.name;
        return `<div class="tip"><strong>${escapeHtml(words.outage)}</strong><div class="tip-line">${escapeHtml(name)}</div></div>`;
      },
    },
    renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const area = params.coordSys as unknown as Box;
      const left = Math.max(area.x, api.coord([api.value(0), 0])[0] ?? area.x);
      const right = Math.min(area.x + area.width, api.coord([api.value(1), 0])[0] ?? area.x);
      if (right <= left) return null;
      const box = { x: left, y: area.y, width: Math.max(2, right - left), height: area.height };
      return {
        type: 'group',
        children: [
          { type: 'rect', shape: box, style: { fill: theme.line, opacity: 0.35 } },
          ...hatchLines(box).map((shape) => ({
            type: 'line' as const,
            shape,
            silent: true,
            style: { stroke: theme.zero, lineWidth: 1, opacity: 0.55 },
          })),
        ],
      };
    },
  };
}
