import type { ChartContext, Drawing, Selection } from '@timbre/charts';
import type { EChartsType } from 'echarts/core';

interface CanvasClick {
  offsetX: number;
  offsetY: number;
  target?: unknown;
}
interface MarkClick {
  seriesId?: string;
  dataIndex?: number;
  value?: unknown;
}

/**
 * Follows clicks on marks, and clicks beside them: in a time series the column under the pointer counts, so that a
 * point of three pixels need not be hit.
 * @returns a function that stops listening
 */
export function onMarkClick(
  chart: EChartsType,
  drawing: Drawing,
  context: ChartContext,
  follow: (selection: Selection) => void,
): () => void {
  const onMark = (event: unknown) => {
    const { seriesId, dataIndex, value } = event as MarkClick;
    const selection = dataIndex === undefined ? null : drawing.select({ seriesId, dataIndex, value }, context);
    if (selection) follow(selection);
  };
  const onCanvas = (event: unknown) => {
    const { offsetX, offsetY, target } = event as CanvasClick;
    if (target !== undefined || !chart.containPixel({ gridIndex: 0 }, [offsetX, offsetY])) return;
    const at = chart.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY])[0];
    const selection = at === undefined ? null : drawing.selectTime(at, context);
    if (selection) follow(selection);
  };
  chart.on('click', onMark);
  chart.getZr().on('click', onCanvas);
  return () => {
    if (chart.isDisposed()) return;
    chart.off('click', onMark);
    chart.getZr().off('click', onCanvas);
  };
}
