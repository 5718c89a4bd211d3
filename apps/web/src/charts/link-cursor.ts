import type { EChartsType } from 'echarts/core';

/** Charts of this group point at the same moment together. */
export const CURSOR_GROUP = 'time';

/**
 * Lets a chart follow the cursor of the page's other time series, and they its own.
 * @returns a function that lets go
 */
export function linkCursor(chart: EChartsType): () => void {
  chart.group = CURSOR_GROUP;
  return () => {
    chart.group = '';
  };
}
