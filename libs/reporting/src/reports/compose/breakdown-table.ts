import type { ChartTable } from '@timbre/charts';
import type { BreakdownDimension, BreakdownRow, ReportLocale } from '@timbre/contracts';
import type { ReportWords } from '../words/report-words.js';
import { languageName } from './language-name.js';

/** Rows of a breakdown as a table of raw values. */
export function breakdownTable(
  rows: readonly BreakdownRow[],
  by: BreakdownDimension,
  words: ReportWords,
  locale: ReportLocale,
): ChartTable {
  const { columns } = words;
  return {
    columns: [
      { key: 'name', title: words.by[by], numeric: false },
      { key: 'n', title: columns.n, numeric: true },
      { key: 'net', title: columns.net, numeric: true },
      { key: 'low', title: columns.low, numeric: true },
      { key: 'high', title: columns.high, numeric: true },
      { key: 'before', title: columns.before, numeric: true },
      { key: 'share', title: columns.share, numeric: true },
    ],
    rows: rows.map(({ key, name, n, net, previousNet, share }) => [
      by === 'language' ? languageName(key, locale) : name,
      n,
      net.value,
      net.low,
      net.high,
      previousNet,
      share,
    ]),
  };
}
