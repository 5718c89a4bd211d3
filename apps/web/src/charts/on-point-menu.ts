import type { ChartContext, Drawing, Selection } from '@timbre/charts';
import type { EChartsType } from 'echarts/core';

/** Where a menu was asked for, in CSS pixels of the chart, and what lies there. */
export interface MenuPoint {
  x: number;
  y: number;
  selection: Selection;
}

interface RightClick {
  offsetX: number;
  offsetY: number;
  event?: { preventDefault: () => void };
}

/**
 * Follows a right click on the column under the pointer of a time series.
 * @returns a function that stops listening
 */
export function onPointMenu(
  chart: EChartsType,
  drawing: Drawing,
  context: ChartContext,
  follow: (point: MenuPoint) => void,
): () => void {
  const ask = ({ offsetX, offsetY, event }: RightClick) => {
    if (!chart.containPixel({ gridIndex: 0 }, [offsetX, offsetY])) return;
    const at = chart.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY])[0];
    const selection = at === undefined ? null : drawing.selectTime(at, context);
    if (!selection) return;
    event?.preventDefault();
    follow({ x: offsetX, y: offsetY, selection });
  };
  const canvas = chart.getZr();
  canvas.on('contextmenu', ask as never);
  return () => {
    if (!chart.isDisposed()) canvas.off('contextmenu', ask as never);
  };
}
