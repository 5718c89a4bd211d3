import type { TargetRef } from '@timbre/contracts';
import type { Chart } from '../drawing/chart.js';
import { nameColumn } from '../drawing/name-column.js';
import { tooltipBox, tooltipText } from '../drawing/tooltip.js';
import { chartWords } from '../locale/chart-words.js';
import { formatCount, formatShare } from '../locale/format.js';

export interface ShareInput {
  rows: readonly { key: TargetRef; name: string; n: number; share: number }[];
  unit: 'articles' | 'stories';
}

const MOST = 12;
const ranked = (input: ShareInput) =>
  [...input.rows]
    .filter((row) => row.n > 0)
    .sort((left, right) => right.n - left.n)
    .slice(0, MOST);

/** Share of voice as a ranked bar: lengths on a common base are read better than the angles of a pie. */
export const shareOfVoice: Chart<ShareInput> = {
  isEmpty: (input) => ranked(input).length === 0,
  height: (input) => ranked(input).length * 30 + 12,
  option: (input, { theme, locale, width }) => {
    const rows = ranked(input);
    const words = chartWords(locale);
    const names = nameColumn(
      rows.map((row) => row.name),
      width,
    );
    return {
      animation: false,
      grid: { left: names.left, right: 56, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false, min: 0 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map((row) => row.name),
        axisLabel: { ...names.axisLabel, color: theme.ink },
      },
      tooltip: {
        ...tooltipBox(theme),
        trigger: 'item',
        formatter: (params) => {
          const row = Array.isArray(params) ? undefined : rows[params.dataIndex];
          if (!row) return '';
          const counted = words.counted(formatCount(row.n, locale), input.unit, row.n === 1);
          return tooltipText(row.name, [`${formatShare(row.share, locale)}${locale === 'en' ? ', ' : '，'}${counted}`]);
        },
      },
      series: [
        {
          id: 'share',
          type: 'bar',
          barWidth: '56%',
          data: rows.map((row) => row.share),
          itemStyle: { color: theme.series[0], borderRadius: 2 },
          label: {
            show: true,
            position: 'right',
            color: theme.quiet,
            formatter: (params) => formatShare(Number(params.value), locale),
          },
        },
      ],
    };
  },
  table: (input, { locale }) => {
    const words = chartWords(locale);
    return {
      columns: [
        { key: 'name', title: words.name, numeric: false },
        { key: 'n', title: words.count(input.unit), numeric: true },
        { key: 'share', title: words.share, numeric: true },
      ],
      rows: input.rows.map((row) => [row.name, row.n, row.share]),
    };
  },
  describe: (input, { locale }) => {
    const words = chartWords(locale).describe;
    const leader = ranked(input)[0];
    return leader ? words.share(leader.name, formatShare(leader.share, locale)) : words.nothing;
  },
  select: (input, event) => {
    const row = ranked(input)[event.dataIndex];
    return row ? { target: row.key } : null;
  },
};
