import { fontFamily, type ThemeTokens } from './tokens.js';

const axis = (tokens: ThemeTokens) => ({
  axisLine: { show: false, lineStyle: { color: tokens.line } },
  axisTick: { show: false },
  axisLabel: { color: tokens.quiet, fontSize: 12 },
  splitLine: { show: true, lineStyle: { color: tokens.line, width: 1 } },
  nameTextStyle: { color: tokens.quiet },
});

/**
 * ECharts theme made from our tokens, for `setTheme` in the browser and `init` on the server.
 * @example chart.setTheme(echartsTheme(darkTokens))
 */
export function echartsTheme(tokens: ThemeTokens) {
  return {
    color: [...tokens.series],
    backgroundColor: 'transparent',
    textStyle: { fontFamily, color: tokens.ink, fontSize: 12 },
    categoryAxis: { ...axis(tokens), splitLine: { show: false } },
    valueAxis: axis(tokens),
    timeAxis: { ...axis(tokens), splitLine: { show: false } },
    legend: { textStyle: { color: tokens.quiet }, itemWidth: 14, itemHeight: 8 },
    tooltip: { textStyle: { fontFamily, color: tokens.ink } },
    line: { lineStyle: { width: 2 }, symbol: 'circle' },
  };
}
