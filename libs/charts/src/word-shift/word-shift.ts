import type { WordShift } from '@timbre/contracts';
import type { Chart } from '../drawing/chart.js';
import { tooltipBox, tooltipText } from '../drawing/tooltip.js';
import { chartWords } from '../locale/chart-words.js';
import { formatScore, formatShare } from '../locale/format.js';

export interface WordShiftInput {
  words: readonly WordShift[];
}

const MOST = 16;
/** Pixels that a word and its arrow need beside the longest bar. */
const LABEL_ROOM = 110;
/** Strongest pulls first, in whichever direction. */
const ranked = (input: WordShiftInput) =>
  [...input.words].sort((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution)).slice(0, MOST);
const arrow = (word: WordShift) => (word.after >= word.before ? '\u2191' : '\u2193');

/** Words whose use changed and what that did to the mean score (hedonometer word shift); arrows say more or less used. */
export const wordShiftBars: Chart<WordShiftInput> = {
  isEmpty: (input) => input.words.length === 0,
  height: (input) => ranked(input).length * 22 + 24,
  option: (input, { theme, locale, width }) => {
    const rows = ranked(input);
    const words = chartWords(locale);
    const largest = rows.reduce((most, row) => Math.max(most, Math.abs(row.contribution)), 0.001);
    const half = width / 2;
    const reach = largest / Math.max(0.3, (half - LABEL_ROOM) / half);
    return {
      animation: false,
      grid: { left: 8, right: 8, top: 4, bottom: 20 },
      xAxis: {
        type: 'value',
        min: -reach,
        max: reach,
        splitNumber: 2,
        splitLine: { show: false },
        axisLabel: { formatter: (value: number) => (value === 0 ? '0' : ''), color: theme.quiet },
      },
      yAxis: { type: 'category', inverse: true, data: rows.map((row) => row.word), axisLabel: { show: false } },
      tooltip: {
        ...tooltipBox(theme),
        formatter: (params) => {
          const row = Array.isArray(params) ? undefined : rows[params.dataIndex];
          if (!row) return '';
          return tooltipText(row.word, [
            `${words.contribution} ${formatScore(row.contribution, 3)}`,
            `${words.usedBefore} ${formatShare(row.before, locale)}, ${words.usedAfter} ${formatShare(row.after, locale)}`,
          ]);
        },
      },
      series: [
        {
          id: 'shift',
          type: 'bar',
          barWidth: '60%',
          data: rows.map((row) => ({
            value: row.contribution,
            itemStyle: { color: row.contribution < 0 ? theme.negative : theme.positive, borderRadius: 2 },
            label: {
              show: true,
              position: row.contribution < 0 ? ('left' as const) : ('right' as const),
              formatter: `${row.word} ${row.valence < 0 ? '\u2212' : '+'}${arrow(row)}`,
              color: theme.ink,
            },
          })),
          markLine: {
            silent: true,
            symbol: 'none',
            animation: false,
            label: { show: false },
            lineStyle: { color: theme.zero, type: 'solid', width: 1.25 },
            data: [{ xAxis: 0 }],
          },
        },
      ],
    };
  },
  table: (input, { locale }) => {
    const words = chartWords(locale);
    return {
      columns: [
        { key: 'word', title: words.word, numeric: false },
        { key: 'contribution', title: words.contribution, numeric: true },
        { key: 'before', title: words.usedBefore, numeric: true },
        { key: 'after', title: words.usedAfter, numeric: true },
      ],
      rows: input.words.map((row) => [row.word, row.contribution, row.before, row.after]),
    };
  },
  describe: (input, { locale }) => {
    const words = chartWords(locale).describe;
    const rows = ranked(input);
    if (rows.length === 0) return words.nothing;
    const join = (up: boolean) =>
      rows
        .filter((row) => row.contribution > 0 === up)
        .slice(0, 5)
        .map((row) => row.word)
        .join(locale === 'en' ? ', ' : '、') || '\u2013';
    return words.shift(join(true), join(false));
  },
};
