import type { ChartContext, Drawing } from '@timbre/charts';
import type { EChartsType } from 'echarts/core';

interface Pointer {
  offsetX: number;
  offsetY: number;
  event?: { button?: number; shiftKey?: boolean };
}

/** Less than this is an unsteady click. */
const LEAST_PIXELS = 12;

/**
 * Follows a drag along the time axis: the stretch under it is shaded while the button is down, and reported, rounded to
 * whole buckets, when it is let go. Escape or leaving the chart gives up.
 * @returns a function that stops listening
 */
export function onRangeDrag(
  chart: EChartsType,
  drawing: Drawing,
  context: ChartContext,
  follow: (from: string, to: string) => void,
): () => void {
  const canvas = chart.getZr();
  const shade = document.createElement('div');
  shade.className = 'chart-shade';
  let begun: number | null = null;
  const instantsAt = (x: number) => {
    const at = chart.convertFromPixel({ gridIndex: 0 }, [x, 0])[0];
    return at === undefined ? null : drawing.selectTime(at, context);
  };
  const giveUp = () => {
    begun = null;
    shade.remove();
  };
  const down = ({ offsetX, offsetY, event }: Pointer) => {
    if (event?.button !== 0 || event.shiftKey || !chart.containPixel({ gridIndex: 0 }, [offsetX, offsetY])) return;
    begun = offsetX;
  };
  const move = ({ offsetX }: Pointer) => {
    if (begun === null || Math.abs(offsetX - begun) < LEAST_PIXELS) return;
    if (!shade.isConnected) chart.getDom().append(shade);
    shade.style.left = `${Math.min(begun, offsetX)}px`;
    shade.style.width = `${Math.abs(offsetX - begun)}px`;
  };
  const up = ({ offsetX }: Pointer) => {
    if (begun === null) return;
    const [left, right] = [Math.min(begun, offsetX), Math.max(begun, offsetX)];
    giveUp();
    if (right - left < LEAST_PIXELS) return;
    const [first, last] = [instantsAt(left), instantsAt(right)];
    if (first?.from !== undefined && last?.to !== undefined) follow(first.from, last.to);
  };
  const escape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') giveUp();
  };
  canvas.on('mousedown', down as never);
  canvas.on('mousemove', move as never);
  canvas.on('mouseup', up as never);
  canvas.on('globalout', giveUp);
  window.addEventListener('keydown', escape);
  return () => {
    giveUp();
    window.removeEventListener('keydown', escape);
    if (chart.isDisposed()) return;
    canvas.off('mousedown', down as never);
    canvas.off('mousemove', move as never);
    canvas.off('mouseup', up as never);
    canvas.off('globalout', giveUp);
  };
}
