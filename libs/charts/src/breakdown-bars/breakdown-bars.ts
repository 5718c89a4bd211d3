import type { Chart, ChartContext, Selection } from '../drawing/chart.js';
import { chartWords } from '../locale/chart-words.js';
import { formatScore } from '../locale/format.js';
import { breakdownOption } from './option.js';
import { rankedRows } from './transform.js';
import type { BreakdownInput, RankedRow } from './types.js';

function selection(input: BreakdownInput, row: RankedRow): Selection | null {
  switch (input.dimension) {
    case 'source':
      return { source: row.key };
    case 'language':
      return { language: row.key };
    case 'topic':
    case 'entity':
      return { target: row.key };
    case 'speaker':
      return { speaker: row.key };
    case 'aspect':
      return null;
  }
}

function describe(input: BreakdownInput, context: ChartContext): string {
  const words = chartWords(context.locale).describe;
  const rows = rankedRows(input);
  const best = rows[0];
  const worst = rows.at(-1);
  if (!best || !worst) return words.nothing;
  const named = (row: RankedRow) => `${row.name} ${formatScore(row.net.value)}`;
  return words.ranking(String(rows.length), named(best), named(worst));
}

export const breakdownBars: Chart<BreakdownInput> = {
  isEmpty: (input) => rankedRows(input).length === 0,
  height: (input) => rankedRows(input).length * 30 + 34,
  option: breakdownOption,
  describe,
  table: (input, context) => {
    const words = chartWords(context.locale);
    return {
      columns: [
        { key: 'name', title: words.name, numeric: false },
        { key: 'net', title: words.netSentiment, numeric: true },
        { key: 'low', title: words.low, numeric: true },
        { key: 'high', title: words.high, numeric: true },
        { key: 'n', title: words.count(input.unit), numeric: true },
        { key: 'before', title: words.before, numeric: true },
      ],
      rows: [...input.rows]
        .sort((left, right) => right.n - left.n)
        .map((row) => [row.name, row.net.value, row.net.low, row.net.high, row.n, row.previousNet ?? null]),
    };
  },
  select: (input, event) => {
    const row = rankedRows(input)[event.dataIndex];
    return row ? selection(input, row) : null;
  },
};
