export type { Chart, ChartContext, MarkEvent, Selection } from './drawing/chart.js';
export { draw, type Drawing } from './drawing/draw.js';
export { escapeHtml } from './drawing/escape-html.js';
export { signMark, signOf } from './drawing/sign.js';
export { FEW } from './drawing/small-sample.js';
export { bucketLabel } from './locale/bucket-label.js';
export {
  dateFormat,
  formatCompact,
  formatCount,
  formatDay,
  formatScore,
  formatShare,
  type ChartLocale,
} from './locale/format.js';
export { formatInterval } from './locale/interval.js';
export type { ChartTable } from './table/chart-table.js';
export { formulaLike } from './table/formula-like.js';
export { toCsv } from './table/to-csv.js';
export { echartsTheme } from './theme/echarts-theme.js';
export { darkTokens, fontFamily, lightTokens, type ThemeTokens } from './theme/tokens.js';
export { alertMoment } from './alert-moment/alert-moment.js';
export type { AlertMomentInput } from './alert-moment/types.js';
export { breakdownBars } from './breakdown-bars/breakdown-bars.js';
export type { BreakdownInput, RankedRow } from './breakdown-bars/types.js';
export { calendarHeatmap } from './calendar-heatmap/calendar-heatmap.js';
export type { CalendarInput } from './calendar-heatmap/transform.js';
export { forecastTimeline } from './forecast-timeline/forecast-timeline.js';
export type { ForecastInput } from './forecast-timeline/types.js';
export { netSentimentSeries } from './net-sentiment-series/net-sentiment-series.js';
export type { Annotation, NetSentimentInput } from './net-sentiment-series/types.js';
export { shareOfVoice, type ShareInput } from './share-of-voice/share-of-voice.js';
export { sparkline, type SparklineInput } from './sparkline/sparkline.js';
export { storySpread } from './story-spread/story-spread.js';
export { topicHeatmap } from './topic-heatmap/topic-heatmap.js';
export type { HeatmapInput } from './topic-heatmap/types.js';
export { volumeByLabel } from './volume-by-label/volume-by-label.js';
export type { VolumeInput } from './volume-by-label/types.js';
export { wordShiftBars, type WordShiftInput } from './word-shift/word-shift.js';
