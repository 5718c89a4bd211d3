import type { ChartContext } from './chart.js';

const templates = {
  en: { year: '{yyyy}', month: '{MMM}', day: '{d} {MMM}', hour: '{HH}:{mm}', minute: '{HH}:{mm}' },
  'zh-CN': { year: '{yyyy}年', month: '{M}月', day: '{M}月{d}日', hour: '{HH}:{mm}', minute: '{HH}:{mm}' },
};

/**
 * Axis over wall-clock milliseconds (see `wallClock`); pair it with `useUTC: true`. Buckets are drawn at their start,
 * so the axis begins half a bucket earlier and ends half a bucket earlier: no bar is cut.
 */
export function timeAxis(context: ChartContext, from: number, to: number, bucketWidth = 0) {
  return {
    type: 'time' as const,
    min: from - bucketWidth / 2,
    max: Math.max(from + bucketWidth / 2, to - bucketWidth / 2),
    splitNumber: Math.max(2, Math.floor(context.width / 110)),
    axisLabel: { formatter: templates[context.locale], hideOverlap: true, color: context.theme.quiet },
    axisLine: { show: false },
    splitLine: { show: false },
  };
}
