import type { Chart } from '../drawing/chart.js';
import { divergingScale } from '../drawing/diverging-scale.js';
import { FEW } from '../drawing/small-sample.js';
import { tooltipBox, tooltipText } from '../drawing/tooltip.js';
import { bucketLabel } from '../locale/bucket-label.js';
import { chartWords } from '../locale/chart-words.js';
import { dateFormat, formatCount, formatScore } from '../locale/format.js';
import { netSentimentTable } from '../net-sentiment-series/table.js';
import { bucketSelection } from '../time/bucket-selection.js';
import { columnLabels } from '../topic-heatmap/column-labels.js';
import { calendarDays, type CalendarInput } from './transform.js';

/** Weeks × weekdays: rhythm of a beat and single days that stand out. */
export const calendarHeatmap: Chart<CalendarInput> = {
  isEmpty: (input) => input.provenance.bucket !== 'day' || calendarDays(input).days.length === 0,
  height: () => 7 * 18 + 28,
  option: (input, { theme, locale, width }) => {
    const { days, weeks } = calendarDays(input);
    const words = chartWords(locale);
    const weekday = dateFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    const names = [0, 1, 2, 3, 4, 5, 6].map((day) => weekday.format(new Date(Date.UTC(2024, 0, 1 + day))));
    const labels = columnLabels(weeks, 'week', Math.floor(width / 64), locale, 'UTC');
    const bare = { borderWidth: 0, color: 'transparent' };
    return {
      animation: false,
      tooltip: {
        ...tooltipBox(theme),
        formatter: (params) => {
          const day = Array.isArray(params) ? undefined : days[params.dataIndex];
          if (!day) return '';
          const counted = words.counted(formatCount(day.n, locale), input.provenance.unit, day.n === 1);
          return tooltipText(bucketLabel(`${day.day}T00:00:00Z`, 'day', locale, 'UTC'), [
            `${formatScore(day.net)}${locale === 'en' ? ', ' : '，'}${counted}`,
          ]);
        },
      },
      matrix: {
        left: 0,
        top: 0,
        bottom: 0,
        width: Math.min(width, 40 + weeks.length * 22),
        backgroundStyle: { borderWidth: 0 },
        x: {
          levelSize: 24,
          data: weeks.map((week) => ({ value: week })),
          label: {
            color: theme.quiet,
            fontSize: 11,
            align: 'left',
            formatter: (params) => labels[params.coord[0] ?? 0] ?? '',
          },
          itemStyle: bare,
          dividerLineStyle: { width: 0 },
        },
        y: {
          levelSize: 40,
          data: names.map((name) => ({ value: name })),
          label: { color: theme.quiet, fontSize: 11 },
          itemStyle: bare,
          dividerLineStyle: { width: 0 },
        },
        body: { itemStyle: { borderColor: theme.line, borderWidth: 0.5 } },
        corner: { itemStyle: bare },
      },
      series: {
        id: 'days',
        type: 'heatmap',
        coordinateSystem: 'matrix',
        data: days.map((day) => ({
          value: [day.week, day.weekday, day.net],
          itemStyle: {
            opacity: day.n < FEW ? 0.55 : 1,
            borderColor: theme.surface,
            borderWidth: 1,
            borderRadius: 2,
          },
        })),
      },
      visualMap: divergingScale(theme, 2),
    };
  },
  table: (input, context) => netSentimentTable({ series: [input.series], provenance: input.provenance }, context),
  describe: (input, { locale }) => {
    const words = chartWords(locale).describe;
    const { days } = calendarDays(input);
    const strongest = [...days].sort((left, right) => Math.abs(right.net) - Math.abs(left.net))[0];
    if (!strongest) return words.nothing;
    const date = bucketLabel(`${strongest.day}T00:00:00Z`, 'day', locale, 'UTC');
    return words.strongest(input.series.name, date, formatScore(strongest.net));
  },
  select: (input, event) => {
    const day = calendarDays(input).days[event.dataIndex];
    if (!day) return null;
    return { target: input.series.target, ...bucketSelection(input.series.t, day.index, input.provenance.to) };
  },
};
