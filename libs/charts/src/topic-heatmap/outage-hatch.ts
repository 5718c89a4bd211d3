import type { CustomSeriesOption, CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { hatchLines } from '../drawing/outage-hatch.js';
import { outageColumns } from './outage-columns.js';
import type { HeatmapInput } from './types.js';

interface Layout {
  rect: { x: number; y: number; width: number; height: number };
}

/** Hatched columns where collection failed, over all rows. */
export function outageHatchColumns(input: HeatmapInput, context: ChartContext): CustomSeriesOption {
  const { t, rows } = input.heatmap;
  const runs = outageColumns(t, input.provenance.to, input.provenance.gaps);
  return {
    id: 'outages',
    type: 'custom',
    coordinateSystem: 'matrix',
    silent: true,
    z: 1,
    data: runs.map(([first]) => [first, 0]),
    renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const run = runs[params.dataIndex];
      if (!run || !api.layout) return null;
      const { rect } = api.layout([run, [0, rows.length - 1]]) as Layout;
      return {
        type: 'group',
        children: hatchLines(rect).map((shape) => ({
          type: 'line' as const,
          shape,
          style: { stroke: context.theme.zero, lineWidth: 1, opacity: 0.45 },
        })),
      };
    },
  };
}
