import type { CustomSeriesOption, CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { signOf } from '../drawing/sign.js';
import type { HeatCell } from './transform.js';

interface Layout {
  rect: { x: number; y: number; width: number; height: number };
}
const TICK = 2;

/** Where a cell is too narrow for its sign: a tick on its upper edge for +, on its lower edge for −. Never colour alone. */
export function signTicks(cells: readonly HeatCell[], context: ChartContext): CustomSeriesOption {
  const signed = cells.filter((cell) => signOf(cell.value[2]) !== 'neutral');
  return {
    id: 'signs',
    type: 'custom',
    coordinateSystem: 'matrix',
    silent: true,
    z: 3,
    data: signed.map((cell) => cell.value),
    renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const cell = signed[params.dataIndex];
      if (!cell || !api.layout) return null;
      const [column, row, net] = cell.value;
      const { rect } = api.layout([column, row]) as Layout;
      return {
        type: 'rect',
        shape: {
          x: rect.x + 0.75,
          y: net > 0 ? rect.y + 1 : rect.y + rect.height - TICK - 1,
          width: Math.max(1, rect.width - 1.5),
          height: TICK,
        },
        style: { fill: net > 0 ? context.theme.positiveText : context.theme.negativeText, opacity: 0.8 },
      };
    },
  };
}
