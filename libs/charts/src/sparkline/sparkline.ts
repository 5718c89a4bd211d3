import type { Chart } from '../drawing/chart.js';
import { chartWords } from '../locale/chart-words.js';
import { formatCount, formatScore } from '../locale/format.js';
import { largestTriangle } from '../sampling/largest-triangle.js';

export interface SparklineInput {
  t: readonly string[];
  values: readonly (number | null)[];
  /** Scores have a zero line in the middle; counts stand on it. */
  measure: 'score' | 'count';
}

const points = (input: SparklineInput) => {
  const times = input.t.map((start) => Date.parse(start));
  return largestTriangle(times, input.values, 300).map((index) => [times[index] ?? 0, input.values[index] ?? null]);
};

/** A line without axes beside a number; the number is read, the line is felt. */
export const sparkline: Chart<SparklineInput> = {
  isEmpty: (input) => input.values.every((value) => value === null),
  height: () => 36,
  option: (input, { theme }) => {
    const largest = input.values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0.05);
    return {
      animation: false,
      grid: { left: 1, right: 4, top: 3, bottom: 3 },
      xAxis: { type: 'time', show: false },
      yAxis: { type: 'value', show: false, min: input.measure === 'score' ? -largest : 0, max: largest },
      series: [
        {
          id: 'spark',
          type: 'line',
          data: points(input),
          symbol: 'none',
          silent: true,
          connectNulls: true,
          lineStyle: { color: theme.quiet, width: 1.5 },
          areaStyle: input.measure === 'count' ? { color: theme.neutral, opacity: 0.18 } : undefined,
          markLine:
            input.measure === 'score'
              ? {
                  silent: true,
                  symbol: 'none',
                  animation: false,
                  label: { show: false },
                  lineStyle: { color: theme.line, type: 'solid', width: 1 },
                  data: [{ yAxis: 0 }],
                }
              : undefined,
        },
      ],
    };
  },
  table: (input, { locale }) => {
    const words = chartWords(locale);
    const title = input.measure === 'score' ? words.netSentiment : words.count('stories');
    return {
      columns: [
        { key: 'date', title: words.date, numeric: false },
        { key: 'value', title, numeric: true },
      ],
      rows: input.t.map((start, index) => [start, input.values[index] ?? null]),
    };
  },
  describe: (input, { locale }) => {
    const words = chartWords(locale).describe;
    const known = input.values.filter((value) => value !== null);
    const format = (value: number) => (input.measure === 'score' ? formatScore(value) : formatCount(value, locale));
    const first = known[0];
    const last = known.at(-1);
    return first === undefined || last === undefined ? words.nothing : words.sparkline(format(first), format(last));
  },
};
