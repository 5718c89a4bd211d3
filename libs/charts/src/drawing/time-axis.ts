import type { ChartContext } from './chart.js';

const templates = {
  en: { year: '{yyyy}', month: '{MMM}', day: '{d} {MMM}', hour: '{HH}:{mm}', minute: '{HH}:{mm}' },
  'zh-CN': { year: '{yyyy}年', month: '{M}月', day: '{M}月{d}日', hour: '{HH}:{mm}', minute: '{HH}:{mm}' },
};

/** Axis over wall-clock milliseconds (see `wallClock`); pair it with `useUTC: true`. */
export function timeAxis(context: ChartContext, from: number, to: number) {
  return {
    type: 'time' as const,
    min: from,
    max: to,
    splitNumber: Math.max(2, Math.floor(context.width / 110)),
    axisLabel: { formatter: templates[context.locale], hideOverlap: true, color: context.theme.quiet },
    axisLine: { show: false },
    splitLine: { show: false },
  };
}
