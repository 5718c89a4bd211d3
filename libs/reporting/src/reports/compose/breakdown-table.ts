import type { ChartTable } from '@timbre/charts';
import type { BreakdownDimension, BreakdownRow } from '@timbre/contracts';
import type { ReportWords } from '../words/report-words.js';

/** Rows of a breakdown as a table of raw values. */
export function breakdownTable(rows: readonly BreakdownRow[], by: BreakdownDimension, words: ReportWords): ChartTable {
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
    rows: rows.map(({ name, n, net, previousNet, share }) => [
      name,
      n,
      net.value,
      net.low,
      net.high,
      previousNet,
      share,
    ]),
  };
}
