import type { Chart } from '../drawing/chart.js';
import { timeAxis } from '../drawing/time-axis.js';
import { signOf } from '../drawing/sign.js';
import { tooltipBox, tooltipText } from '../drawing/tooltip.js';
import { chartWords } from '../locale/chart-words.js';
import { dateFormat, formatCount, formatScore, type ChartLocale } from '../locale/format.js';
import { spreadPlot } from './transform.js';
import type { SpreadInput } from './types.js';

const moment = (instant: string, locale: ChartLocale, tz: string): string =>
  dateFormat(locale, { timeZone: tz, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** How a story went from outlet to outlet: each print by its time and by how the subject comes off in it. */
export const storySpread: Chart<SpreadInput> = {
  isEmpty: (input) => input.prints.length === 0,
  height: () => 240,
  option: (input, context) => {
    const { theme, locale, tz } = context;
    const words = chartWords(locale);
    const { marks, from, to } = spreadPlot(input, tz);
    return {
      useUTC: true,
      animation: false,
      grid: { left: 44, right: 16, top: 12, bottom: 28 },
      xAxis: timeAxis(context, from, to),
      yAxis: {
        type: 'value',
        min: -1,
        max: 1,
        interval: 0.5,
        axisLabel: { formatter: (value: number) => formatScore(value, 1), color: theme.quiet },
        splitLine: { lineStyle: { color: theme.line } },
      },
      tooltip: {
        ...tooltipBox(theme),
        trigger: 'item',
        formatter: (params) => {
          const print = Array.isArray(params) ? undefined : marks[params.dataIndex]?.print;
          if (print === undefined) return '';
          const tone = print.score === null ? words.nothingMeasured : formatScore(print.score);
          const first = print.lead ? [words.firstPrint] : [];
          return tooltipText(print.sourceName, [`${moment(print.published, locale, tz)} · ${tone}`, ...first]);
        },
      },
      series: [
        {
          id: 'prints',
          type: 'scatter',
          data: marks.map(({ time, score, print }) => ({
            value: [time, score],
            symbol: print.lead ? 'diamond' : 'circle',
            symbolSize: print.lead ? 18 : 10,
            itemStyle: {
              color: print.score === null ? 'transparent' : theme[print.label ?? signOf(print.score)],
              borderColor: print.score === null ? theme.neutral : theme.surface,
              borderWidth: 1.5,
            },
          })),
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: theme.zero, type: 'solid', width: 1.25 },
            data: [{ yAxis: 0 }],
          },
        },
      ],
    };
  },
  table: (input, { locale, tz }) => {
    const words = chartWords(locale);
    return {
      columns: [
        { key: 'published', title: words.date, numeric: false },
        { key: 'source', title: words.source, numeric: false },
        { key: 'score', title: words.tone, numeric: true },
        { key: 'first', title: words.firstPrint, numeric: false },
      ],
      rows: input.prints.map((print) => [
        moment(print.published, locale, tz),
        print.sourceName,
        print.score,
        print.lead ? '✓' : '',
      ]),
    };
  },
  describe: (input, { locale, tz }) => {
    const words = chartWords(locale).describe;
    const [first, last] = [input.prints[0], input.prints.at(-1)];
    if (first === undefined || last === undefined) return words.nothing;
    const outlets = new Set(input.prints.map(({ sourceName }) => sourceName)).size;
    return words.spread(
      formatCount(input.prints.length, locale),
      formatCount(outlets, locale),
      moment(first.published, locale, tz),
      moment(last.published, locale, tz),
    );
  },
  select: (input, event) => {
    const print = input.prints[event.dataIndex];
    return print ? { article: print.articleId } : null;
  },
};
